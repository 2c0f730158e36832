namespace BotHost.Tests.Bot;

public sealed class SuggestionTests
{
    private static readonly Chat Bot = new(bot =>
    {
        bot.Command("help", () => "help");
        bot.Command("ping", () => "pong");
        bot.Command("space create", (string title) => title);
        bot.Command("space list", () => "list").Alias("spaces");
        bot.Command("destroy", () => "boom").Hidden();
    });

    [Theory]
    [InlineData("pign", "ping")]
    [InlineData("pin", "ping")]
    [InlineData("PNIG now", "ping")]
    [InlineData("space crate My space", "space create <title>")]
    [InlineData("spcae list", "space list")]
    [InlineData("spacelist", "space list")]
    [InlineData("spacess", "space list")]
    public async Task The_nearest_command_is_suggested(string text, string usage) => (await Bot.SayAsync(text)).ShouldContain($"Did you mean `{usage}`?");

    [Theory]
    [InlineData("cancel")]
    [InlineData(" Abbrechen ")]
    public async Task Who_ends_what_does_not_wait_is_told_so(string text) => (await Bot.SayAsync(text)).ShouldContain("nothing to cancel");

    [Theory]
    [InlineData("weather")]
    [InlineData("destory")]
    [InlineData("pi")]
    [InlineData("teh")]
    [InlineData("hi")]
    [InlineData("yes")]
    [InlineData("test")]
    [InlineData("spa")]
    public async Task What_is_far_from_all_is_pointed_to_help(string text)
    {
        var said = await Bot.SayAsync(text);

        said.ShouldContain($"“{text}”");
        said.ShouldContain("**help**");
        said.ShouldNotContain("destroy");
    }

    [Fact]
    public async Task The_first_word_of_several_commands_lists_them()
    {
        var said = await Bot.SayAsync("space");

        said.ShouldContain("`space create <title>`");
        said.ShouldContain("`space list`");
    }

    [Theory]
    [InlineData("tema")]
    [InlineData("teem 7 in Berlin")]
    [InlineData("TEM")]
    public async Task A_word_near_the_first_of_several_commands_lists_them(string text)
    {
        var bot = new Chat(bot =>
        {
            bot.Command("team create", (string name) => name);
            bot.Command("team list", () => "");
        });

        (await bot.SayAsync(text)).ShouldEndWith("Did you mean one of these?\n\n- `team create <name>`\n- `team list`");
    }

    [Theory]
    [InlineData("teh", "tea")]
    [InlineData("eta", "tea")]
    [InlineData("te", "tea")]
    [InlineData("tean", "tea")]
    [InlineData("og", "go")]
    [InlineData("hat", null)]
    [InlineData("ok", null)]
    [InlineData("no", null)]
    [InlineData("hey", null)]
    public async Task A_short_command_is_suggested_for_one_error(string text, string? usage)
    {
        var bot = new Chat(bot =>
        {
            bot.Command("tea", () => "");
            bot.Command("go", () => "");
        });

        var said = await bot.SayAsync(text);

        (said.Contains("Did you mean", StringComparison.Ordinal) ? said.Split('`')[1] : null).ShouldBe(usage);
    }

    [Fact]
    public async Task Nothing_said_is_answered_by_a_hint()
    {
        (await Bot.SayAsync("")).ShouldContain("help");
        (await Bot.SayAsync(" \u200B\n")).ShouldContain("help");
        (await new Chat(_ => { }).SayAsync("")).ShouldNotContain("help");
    }

    [Fact]
    public async Task An_echo_is_short_and_harmless()
    {
        var said = await Bot.SayAsync("<@all> [x](javascript:alert(1)) " + new string('w', 5000));

        said.Length.ShouldBeLessThan(250);
        said.ShouldNotContain("<@");
        said.ShouldContain("\\[x\\]");
    }
}
