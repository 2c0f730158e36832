using BotHost.Access;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Inbox;
using BotHost.Outbox;

namespace BotHost.Dispatch;

internal static class DispatchServices
{
    public static IServiceCollection AddDispatch(this IServiceCollection services) => services
        .AddSingleton<Freshness>()
        .AddSingleton<PeopleDirectory>()
        .AddSingleton<KnownDirectRooms>()
        .AddSingleton<PolicyJudge>()
        .AddSingleton<IAuthoriser, Authoriser>()
        .AddSingleton<AloneGate>()
        .AddSingleton<TurnBudget>()
        .AddSingleton<AbandonedRuns>()
        .AddSingleton<Replies>()
        .AddSingleton<StepPosts>()
        .AddSingleton<CardsAgain>()
        .AddSingleton<WhenSent>((session, effect, message, room) =>
        {
            if (effect.Card is { } nonce)
                CardLedger.Posted(session, nonce, message, room);
        })
        .AddSingleton<Languages>()
        .AddSingleton<TurnWorlds>()
        .AddSingleton<TurnFactory>()
        .AddSingleton<TurnRunner>()
        .AddSingleton<MessageTurns>()
        .AddSingleton<SubmitTurns>()
        .AddSingleton<Conversations>()
        .AddSingleton<IConsentWaiter>(services => services.GetRequiredService<Conversations>())
        .AddSingleton<ScheduledTurns>()
        .AddSingleton<Echoes>()
        .AddSingleton<ITurnlessEvents>(services => services.GetRequiredService<Echoes>())
        .AddSingleton<EventReader>()
        .AddSingleton<EventTurns>()
        .AddSingleton<HookTurns>()
        .AddSingleton<CommandTurns>()
        .AddSingleton<EventRouter>()
        .AddSingleton<Attempts>()
        .AddHostedService<Dispatcher>();
}
