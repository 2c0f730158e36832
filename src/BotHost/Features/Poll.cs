using BotHost.Bot;

namespace BotHost.Features;

/// <summary>
/// A question to everybody in a space: a card to press, one vote each, which may be changed; the tally in a message beside it, for one with a card
/// cannot be edited; the result when time is up.
/// </summary>
public static class Poll
{
    private const string Vote = "poll.vote", Count = "poll.count", End = "poll.end";

    private const int MostChoices = 20, MostVoters = 500;

    /// <summary>Of the ten edits that Webex allows a message, the last is the result's.</summary>
    private const int MostInterim = 9;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    /// <summary>Maps <c>poll</c>, <c>poll close</c> and the buttons.</summary>
    public static void MapPoll(this BotRoutes bot)
    {
        bot.Command("poll", OpenAsync).GroupOnly().Describe("Asks everybody here; one vote each", de: "Fragt alle hier; jeder hat eine Stimme");
        bot.Command("poll close", CloseAsync).GroupOnly().Describe("Ends a poll before its time; for whoever asked, and moderators", de: "Beendet eine Umfrage vorzeitig; für den, der gefragt hat, und für Moderatoren");
        bot.Submit(Vote, VoteAsync);
        bot.Scheduled(Count, CountAsync);
        bot.Scheduled(End, EndAsync);
    }

    private static async Task<Reply?> OpenAsync(
        [Label("question", De = "Frage")] string question, [Option] [Label("duration", De = "Dauer")] TimeSpan? @for, BotContext context, Person sender, Room room, CancellationToken cancellationToken, [Label("choice", De = "Antwort")] params string[] choices)
    {
        choices = [.. choices.Distinct(StringComparer.OrdinalIgnoreCase)];
        var time = @for ?? TimeSpan.FromDays(1);
        if (choices.Length is < 2 or > MostChoices || time < TimeSpan.FromMinutes(1) || time > TimeSpan.FromDays(30))
            return Texts.Say("PollLimits", MostChoices);

        var polls = await Polls(context).GetAsync(cancellationToken) ?? new OpenPolls(0, []);
        var (number, until) = (polls.Last + 1, context.Now + time);
        var zone = await context.People.ZoneAsync(sender.Id, cancellationToken);
        var card = new Card(Markdown.Escape(question))
            .Text(Texts.Plain("PollUntil", number, TimeTexts.Moment(until, zone)), subtle: true)
            .Expires(time);
        foreach (var row in choices.Index().Chunk(Card.MaxButtons))
        {
            card.Buttons(buttons =>
            {
                foreach (var (index, choice) in row)
                    buttons.Submit(choice, Vote, new { poll = number, choice = index });
            });
        }

        await context.Messages.PostAsync(room.Id, card, cancellationToken);
        var tally = await context.Messages.PostAsync(room.Id, Shown(question, choices, [], Texts.Say("PollNotYet"), context.Language), cancellationToken);
        Polls(context).Set(new OpenPolls(number, [.. polls.Open, number]));
        Asked(context, number).Set(new Question(question, choices, sender.Id, until, tally, context.Schedule.At(until, End, number), context.Language));
        return null;
    }

    private static async Task<Reply?> VoteAsync(int poll, int choice, BotContext context, Person sender, CancellationToken cancellationToken)
    {
        // The numbers are the presser's own word.
        if (await Asked(context, poll).GetAsync(cancellationToken) is not { } asked || choice < 0 || choice >= asked.Choices.Count)
            return Reply.Text(Texts.Plain("PollOver")).Privately();
        var votes = await Votes(context, poll).GetAsync(cancellationToken) ?? [];
        if (votes.Count >= MostVoters && !votes.ContainsKey(sender.Id.Value))
            return Reply.Text(Texts.Plain("PollFull", MostVoters)).Privately();
        votes[sender.Id.Value] = choice;
        Votes(context, poll).Set(votes);

        // Votes close together are shown by one edit, and the edits left are spread over the time left.
        var (now, shown) = (context.Now, await Tally(context, poll).GetAsync(cancellationToken) ?? new Interim(0, null));
        if (shown.Edits < MostInterim && !(shown.Due > now))
        {
            var due = now + (shown.Edits < 3 ? Soon : (asked.Until - now) / (MostInterim + 1 - shown.Edits));
            context.Schedule.At(due, Count, poll);
            Tally(context, poll).Set(shown with { Due = due });
        }

        return ((Reply)Texts.Say("PollVoted", asked.Text, asked.Choices[choice])).Privately();
    }

    private static async Task CountAsync(int poll, BotContext context, Room room, CancellationToken cancellationToken)
    {
        if (await Asked(context, poll).GetAsync(cancellationToken) is not { } asked
            || await Tally(context, poll).GetAsync(cancellationToken) is not { Due: not null, Edits: < MostInterim } shown)
            return;
        var votes = await Votes(context, poll).GetAsync(cancellationToken) ?? [];
        await EditAsync(context, room, asked, Shown(asked.Text, asked.Choices, votes, Counted(votes, asked.Language), asked.Language), cancellationToken);
        Tally(context, poll).Set(new Interim(shown.Edits + 1, null));
    }

    private static async Task<Reply?> CloseAsync(BotContext context, Person sender, Room room, CancellationToken cancellationToken, [Label("number", De = "Nummer")] int? number = null)
    {
        var open = (await Polls(context).GetAsync(cancellationToken))?.Open ?? [];
        if ((number ?? open.LastOrDefault()) is var chosen && await Asked(context, chosen).GetAsync(cancellationToken) is not { } asked)
            return open.Count == 0 ? Texts.Say("PollNoneOpen") : Texts.Say("PollOpen", chosen, string.Join(", ", open));
        if (asked.By != sender.Id && !(await context.Spaces.PickAsync(room.Id, SpaceRight.Moderate, cancellationToken)).TryGet(out _, out _))
            return Texts.Say("PollNotYours");
        await context.Schedule.CancelAsync(asked.Ending, cancellationToken);
        return await EndAsync(chosen, context, room, cancellationToken);
    }

    private static async Task<Reply?> EndAsync(int poll, BotContext context, Room room, CancellationToken cancellationToken)
    {
        if (await Asked(context, poll).GetAsync(cancellationToken) is not { } asked)
            return null;
        var votes = await Votes(context, poll).GetAsync(cancellationToken) ?? [];
        var result = Shown(asked.Text, asked.Choices, votes, Texts.SayIn(asked.Language, "PollResult", Counted(votes, asked.Language)), asked.Language);
        await EditAsync(context, room, asked, result, cancellationToken);
        Asked(context, poll).Delete();
        Votes(context, poll).Delete();
        Tally(context, poll).Delete();
        if (await Polls(context).GetAsync(cancellationToken) is { } polls)
            Polls(context).Set(polls with { Open = [.. polls.Open.Where(one => one != poll)] });
        return ((Reply)result).OutsideThread();
    }

    /// <summary>Decoration: should somebody have deleted the tally, the result is posted all the same.</summary>
    private static async Task EditAsync(BotContext context, Room room, Question asked, MarkdownText text, CancellationToken cancellationToken)
    {
        try
        {
            await context.Messages.EditAsync(room.Id, asked.Tally, text, cancellationToken);
        }
        catch (WebexRefusedException)
        {
        }
    }

    private static MarkdownText Shown(string question, IReadOnlyList<string> choices, Dictionary<string, int> votes, MarkdownText how, Language language) =>
        Markdown.Format($"{Texts.SayIn(language, "PollTally", question, how)}\n\n{MarkdownText.Join("\n", choices.Select((choice, i) => Markdown.Format($"- {choice}: {votes.Values.Count(vote => vote == i)}")))}");

    private static MarkdownText Counted(Dictionary<string, int> votes, Language language) => votes.Count switch
    {
        0 => Texts.SayIn(language, "VotesNone"),
        1 => Texts.SayIn(language, "VotesOne"),
        var count => Texts.SayIn(language, "VotesMany", count),
    };

    private static StateValue<OpenPolls> Polls(BotContext context) => context.State.Room<OpenPolls>("polls");

    private static StateValue<Question> Asked(BotContext context, int poll) => context.State.Room<Question>($"poll {poll}");

    private static StateValue<Dictionary<string, int>> Votes(BotContext context, int poll) => context.State.Room<Dictionary<string, int>>($"poll {poll} votes");

    private static StateValue<Interim> Tally(BotContext context, int poll) => context.State.Room<Interim>($"poll {poll} tally");

    private sealed record OpenPolls(int Last, IReadOnlyList<int> Open);

    /// <param name="Language">The asker's, in which everybody reads the tally, whoever votes.</param>
    private sealed record Question(
        string Text, IReadOnlyList<string> Choices, PersonId By, DateTimeOffset Until, MessageId Tally, string Ending, Language Language = Language.En);

    /// <param name="Edits">How often the tally was edited.</param>
    /// <param name="Due">When it is next; null where nothing has changed since.</param>
    private sealed record Interim(int Edits, DateTimeOffset? Due);
}
