using BotHost.Bot;

namespace BotHost.Features;

/// <summary>A stand-up in writing: on some days each member is asked the same questions in private, and what they answer is put together in the space.</summary>
public static class Standup
{
    private const string Round = "standup.round", Ask = "standup.ask", Summary = "standup.summary";

    private const int MostMembers = 50, MostQuestions = 10, LongestAnswer = 2000;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromHours(23);

    /// <summary>Maps <c>standup</c> and what belongs to it.</summary>
    public static void MapStandup(this BotRoutes bot)
    {
        bot.Command("standup setup", SetUpAsync).GroupOnly().Describe("Asks when, what and whom, and begins a stand-up in writing", de: "Fragt wann, was und wen, und beginnt ein schriftliches Stand-up");
        bot.Command("standup now", NowAsync).GroupOnly().Describe("Holds it now", de: "Hält es jetzt ab");
        bot.Command("standup skip", SkipAsync).GroupOnly().Describe("Leaves the next one out", de: "Lässt das nächste aus");
        bot.Command("standup off", StopAsync).GroupOnly().Describe("Ends it for good", de: "Beendet es für immer");
        bot.Scheduled(Round, DueAsync);
        bot.Scheduled(Ask, AskAsync);
        bot.Scheduled(Summary, SummariseAsync);
    }

    private static async Task<Reply> SetUpAsync(BotContext context, CancellationToken cancellationToken)
    {
        var when = await context.AskAsync<Repetition>(Texts.Say("StandupWhen"));
        var questions = await AskUntilAsync<string, string[]>(context, "StandupWhat", (said, _) =>
        {
            var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new((lines, lines.Length is 0 or > MostQuestions ? Limits : null));
        }, cancellationToken);
        var members = await AskUntilAsync<PersonRef[], List<Asked>>(context, "StandupWhom", async (named, ct) =>
        {
            var (found, unknown) = await FindAsync(named, context, ct);
            return (found, unknown.Count > 0 ? Texts.Say("StandupNotHere", string.Join(", ", unknown)) : found.Count is 0 or > MostMembers ? Limits : null);
        }, cancellationToken);
        var wait = await AskUntilAsync<TimeSpan, TimeSpan>(context, "StandupWait", (said, _) => new((said, said < Shortest || said > Longest ? Limits : null)), cancellationToken);

        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        if (await Plan(context).GetAsync(cancellationToken) is { } before)
            await context.Schedule.CancelAsync(before.Schedule, cancellationToken);
        Plan(context).Set(new Planned(questions, members, wait, context.Schedule.Every(when, zone, Round)));
        return Texts.Say("StandupSet", Words.Capitalised(TimeTexts.Every(when)), zone.Id, string.Join(", ", members.Select(member => member.Name)));
    }

    /// <summary>Asks until what is said can be used, so that one wrong answer costs none of those before it.</summary>
    private static async Task<TUsed> AskUntilAsync<TSaid, TUsed>(
        BotContext context, string question, Func<TSaid, CancellationToken, ValueTask<(TUsed Used, MarkdownText? Problem)>> use, CancellationToken cancellationToken)
    {
        var words = Texts.Say(question);
        while (true)
        {
            var (used, problem) = await use(await context.AskAsync<TSaid>(words), cancellationToken);
            if (problem is not { } wrong)
                return used;
            words = Markdown.Format($"{wrong}\n\n{Texts.Say(question)}");
        }
    }

    private static async Task<Reply> NowAsync(BotContext context, Room room, CancellationToken cancellationToken) =>
        await BeginAsync(context, room, cancellationToken) ?? Texts.Say("StandupBegun");

    private static async Task<Reply?> DueAsync(BotContext context, Room room, CancellationToken cancellationToken)
    {
        if (await Plan(context).GetAsync(cancellationToken) is not { IsSkipped: true } plan)
            return await BeginAsync(context, room, cancellationToken);
        Plan(context).Set(plan with { IsSkipped = false });
        return null;
    }

    private static async Task<Reply?> BeginAsync(BotContext context, Room room, CancellationToken cancellationToken)
    {
        if (await Plan(context).GetAsync(cancellationToken) is not { } plan)
            return None;
        var title = (await context.Spaces.ReadAsync(room.Id, cancellationToken))?.Title ?? Texts.Plain("StandupASpace");
        var now = context.Now;
        var (round, until) = (now.ToUnixTimeMilliseconds(), now + plan.Wait);
        Reply opening = Texts.Say("StandupOpening", title);
        foreach (var member in plan.Members)
        {
            try
            {
                var theirs = await context.Schedule.ForAsync(member.Id, opening, cancellationToken);
                theirs.In(TimeSpan.Zero, Ask, new Asking(round, room.Id, title, plan.Questions, until));
            }
            catch (WebexRefusedException)
            {
                // Somebody who has gone has no answer.
            }
        }

        context.Schedule.At(until, Summary, new Held(round, plan.Questions, plan.Members));
        return null;
    }

    /// <summary>With one member, in private. Each answer is kept as it comes: whoever stops half-way has said half.</summary>
    private static async Task<Reply> AskAsync(Asking asking, Person sender, BotContext context)
    {
        var answers = new List<string>();
        try
        {
            context.Send(Texts.Say("StandupIntro", asking.Title));
            foreach (var question in asking.Questions)
            {
                var left = asking.Until - context.Now;
                if (left < TimeSpan.FromSeconds(1))
                    return TooLate;
                var answer = await context.AskAsync<string>(Markdown.Format($"{question}"), left);
                answers.Add(answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer);
                Answers(context, asking.Round, sender.Id, asking.Space).Set([.. answers]);
            }

            return Texts.Say("StandupThanks", asking.Title);
        }
        catch (NotAnsweredException ended)
        {
            return ended.Reason == NotAnswered.TimedOut ? TooLate : Texts.Say("StandupNotToday");
        }
    }

    private static async Task<Reply> SummariseAsync(Held held, BotContext context, CancellationToken cancellationToken)
    {
        var (said, silent) = (new List<MarkdownText>(), new List<string>());
        foreach (var member in held.Members)
        {
            var answers = Answers(context, held.Round, member.Id);
            if (await answers.GetAsync(cancellationToken) is { Length: > 0 } given)
                said.Add(Markdown.Format($"**{member.Name}**\n{MarkdownText.Join("\n", held.Questions.Zip(given, (question, answer) => Markdown.Format($"- {question} {answer}")))}"));
            else
                silent.Add(member.Name);
            answers.Delete();
        }

        if (silent.Count > 0)
            said.Add(Texts.Say("StandupSilent", string.Join(", ", silent)));
        return ((Reply)Markdown.Format($"**Stand-up**\n\n{MarkdownText.Join("\n\n", said)}")).OutsideThread();
    }

    private static async Task<Reply> SkipAsync(BotContext context, CancellationToken cancellationToken)
    {
        if (await Plan(context).GetAsync(cancellationToken) is not { } plan)
            return None;
        Plan(context).Set(plan with { IsSkipped = true });
        return Texts.Say("StandupSkipped");
    }

    private static async Task<Reply> StopAsync(BotContext context, CancellationToken cancellationToken)
    {
        if (await Plan(context).GetAsync(cancellationToken) is not { } plan)
            return None;
        await context.Schedule.CancelAsync(plan.Schedule, cancellationToken);
        Plan(context).Delete();
        return Texts.Say("StandupEnded");
    }

    /// <summary>Of this space, where they can see what becomes of their answers; so nobody has somebody else bothered.</summary>
    private static async Task<(List<Asked> Members, List<string> Unknown)> FindAsync(PersonRef[] named, BotContext context, CancellationToken cancellationToken)
    {
        var (members, unknown) = (new List<Asked>(), new List<string>());
        foreach (var person in named)
        {
            var member = await context.Memberships.FindAsync(context.Room.Id, person, cancellationToken);
            if (member is null || await context.People.ReadAsync(member.PersonId, cancellationToken) is not { IsBot: false })
                unknown.Add(person.Text);
            else if (members.TrueForAll(one => one.Id != member.PersonId))
                members.Add(new Asked(member.PersonId, member.DisplayName));
        }

        return (members, unknown);
    }

    private static MarkdownText? Limits => Texts.Say("StandupLimits", MostMembers, MostQuestions);

    private static Reply None => Texts.Say("StandupNone");

    private static Reply TooLate => Texts.Say("StandupTooLate");

    private static StateValue<Planned> Plan(BotContext context) => context.State.Room<Planned>("standup");

    private static StateValue<string[]> Answers(BotContext context, long round, PersonId of, RoomId? space = null) =>
        context.State.Room<string[]>($"standup {round} {of}", space);

    private sealed record Asked(PersonId Id, string Name);

    /// <param name="Schedule">What has the rounds begin.</param>
    private sealed record Planned(IReadOnlyList<string> Questions, IReadOnlyList<Asked> Members, TimeSpan Wait, string Schedule, bool IsSkipped = false);

    private sealed record Asking(long Round, RoomId Space, string Title, IReadOnlyList<string> Questions, DateTimeOffset Until);

    private sealed record Held(long Round, IReadOnlyList<string> Questions, IReadOnlyList<Asked> Members);
}
