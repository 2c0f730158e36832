namespace BotHost.Bot;

/// <summary>What the bot knows without reading anything.</summary>
internal static class TurnValues
{
    private static readonly Dictionary<Type, Func<BotContext, object?>> Sources = new()
    {
        [typeof(BotContext)] = context => context,
        [typeof(Person)] = context => context.Sender,
        [typeof(Room)] = context => context.Room,
        [typeof(Incoming)] = context => context.Message,
        [typeof(Submission)] = context => context.Submission,
        [typeof(WebexEvent)] = context => context.Event,
        [typeof(Member)] = context => context.Event?.Member,
        [typeof(Space)] = context => context.Event?.Space,
        [typeof(Meeting)] = context => context.Event?.Meeting,
        [typeof(ISpaces)] = context => context.Spaces,
        [typeof(IMemberships)] = context => context.Memberships,
        [typeof(IPeople)] = context => context.People,
        [typeof(IMessages)] = context => context.Messages,
        [typeof(TurnState)] = context => context.State,
        [typeof(ISchedule)] = context => context.Schedule,
        [typeof(IServiceProvider)] = context => context.Services,
        [typeof(CancellationToken)] = context => context.Aborted,
    };

    public static bool Knows(Type type) => Sources.ContainsKey(type);

    public static object? Read(Type type, BotContext context) => Sources[type](context);
}
