using BotHost.Bot;

namespace BotHost.Tests.Bot;

public sealed class OptionAndClauseTests
{
    private static readonly Chat Bot = new(bot =>
    {
        bot.Command("add", ([After("in")] string? title, bool moderator, params PersonRef[] email) =>
            $"{string.Join(',', email.Select(person => person.Email))}|{title}|{moderator}");
        bot.Command("create", (string title, [After("in")] string? team) => $"{title}|{team}");
        bot.Command("move", ([After("to")] int floor, string what) => $"{what}|{floor}");
        bot.Command("meet", (string title, [After("for")] TimeSpan? length, params PersonRef[]? email) => $"{title}|{length}|{email?.Length}");
        bot.Command("task", (string name, int hours, [Option] DateOnly dueDate, [Option] string? owner, bool dryRun) =>
            FormattableString.Invariant($"{name}|{hours}|{dueDate:MM-dd}|{owner}|{dryRun}"));
    });

    [Theory]
    [InlineData("add a@x", "a@x||False")]
    [InlineData("add a@x --moderator", "a@x||True")]
    [InlineData("add --moderator a@x b@x", "a@x,b@x||True")]
    [InlineData("add a@x —MODERATOR b@x", "a@x,b@x||True")]
    [InlineData("add a@x in Berlin", "a@x|Berlin|False")]
    [InlineData("add a@x IN \"My space\"", "a@x|My space|False")]
    [InlineData("add a@x in “My space” --moderator", "a@x|My space|True")]
    [InlineData("add a@x --moderator in 'My space'", "a@x|My space|True")]
    [InlineData("add a@x in in", "a@x|in|False")]
    [InlineData("create Party", "Party|")]
    [InlineData("create Party in Berlin", "Party in Berlin|")]
    [InlineData("create Party in \"Berlin\"", "Party|Berlin")]
    [InlineData("create Party in Berlin in \"May  June\"", "Party in Berlin|May  June")]
    [InlineData("create Party in the park", "Party in the park|")]
    [InlineData("create \"Party in Berlin\"", "Party in Berlin|")]
    [InlineData("create Party \"in\" Berlin", "Party \"in\" Berlin|")]
    [InlineData("create in Berlin", "in Berlin|")]
    [InlineData("create \"A  b\" in Berlin", "A  b|Berlin")]
    [InlineData("move the table to 3", "the table|3")]
    [InlineData("meet Chat a@x for 1h30", "Chat|01:30:00|1")]
    [InlineData("meet Chat a@x b@x for 2 hours", "Chat|02:00:00|2")]
    [InlineData("meet Chat for 1 hour 30 minutes", "Chat|01:30:00|")]
    [InlineData("task paint 3 --due-date 2026-05-01", "paint|3|05-01||False")]
    [InlineData("task --owner \"Ann B\" paint --due-date=2026-05-01 3 --dry-run", "paint|3|05-01|Ann B|True")]
    public async Task They_are_read_wherever_they_stand(string text, string said) => (await Bot.SayAsync(text)).ShouldBe(said);

    [Theory]
    [InlineData("add in Berlin", "Email")]
    [InlineData("add a@x in My space", "“in”")]
    [InlineData("add a@x --admin", "--admin")]
    [InlineData("add a@x —admin", "—admin")]
    [InlineData("add a@x \"--moderator\"", "--moderator")]
    [InlineData("meet Chat a@x for two hours", "“for”")]
    [InlineData("move the table", "Floor")]
    [InlineData("move the table to there", "there")]
    [InlineData("task paint 3", "--due-date")]
    [InlineData("task paint 3 --due-date", "--due-date")]
    [InlineData("task paint 3 --due-date soon", "soon")]
    [InlineData("task paint 3 --due-date 2026-05-01 --due-date 2026-05-02", "twice")]
    [InlineData("task paint 3 --due-date 2026-05-01 more", "more")]
    public async Task What_does_not_fit_is_refused_with_the_word(string text, string word)
    {
        var result = await Bot.RunAsync(text);

        result.Outcome.ShouldBe(TurnOutcome.Refused);
        Chat.Said(result).ShouldHaveSingleItem().ShouldContain(word);
    }
}
