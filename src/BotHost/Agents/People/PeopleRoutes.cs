using BotHost.Bot;
using BotHost.Dispatch;

namespace BotHost.Agents;

/// <summary>What happens when somebody presses a button on a card from an agent. Who may answer is looked up on our side.</summary>
internal static class PeopleRoutes
{
    public static void Map(BotRoutes bot)
    {
        bot.OwnSubmit(PeopleCards.Decide, DecideAsync);
        // Whoever was asked may answer: a person of another organisation, too.
        bot.OwnSubmit(PeopleCards.Answer, AnswerAsync).Allow(Policy.Everyone);
    }

    private static async Task<string> DecideAsync(long request, string answer, BotContext context, PeopleDesk desk, PeopleDirectory people, CancellationToken cancellationToken)
    {
        if (answer is not (PeopleCards.Yes or PeopleCards.No))
            return Texts.Plain("AgentNeither");
        var result = await TakeAsync(request, answer, context, desk, people, cancellationToken).ConfigureAwait(false);
        return result == AnswerResult.Taken
            ? answer == PeopleCards.Yes ? Texts.Plain("AgentSaidYes", request) : Texts.Plain("AgentSaidNo", request)
            : Refusal(result);
    }

    private static async Task<string> AnswerAsync(long request, string answer, BotContext context, PeopleDesk desk, PeopleDirectory people, CancellationToken cancellationToken)
    {
        var result = await TakeAsync(request, answer, context, desk, people, cancellationToken).ConfigureAwait(false);
        return result == AnswerResult.Taken ? Texts.Plain("AgentIsTold") : Refusal(result);
    }

    private static async Task<AnswerResult> TakeAsync(long request, string answer, BotContext context, PeopleDesk desk, PeopleDirectory people, CancellationToken cancellationToken)
    {
        var profile = await people.ReadAsync(context.Sender.Id, cancellationToken).ConfigureAwait(false);
        return await desk.AnswerAsync(request, Answerer.Of(context.Sender.Id, profile), context.Room.Id, answer, cancellationToken).ConfigureAwait(false);
    }

    private static string Refusal(AnswerResult result) => result switch
    {
        AnswerResult.Closed => Texts.Plain("AgentAnswered"),
        AnswerResult.Late => Texts.Plain("AgentTooLate"),
        _ => Texts.Plain("AgentNotForYou"),
    };
}
