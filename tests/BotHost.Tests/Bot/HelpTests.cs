using BotHost.Bot;

namespace BotHost.Tests.Bot;

public sealed class HelpTests
{
    private static readonly Chat Bot = new(bot =>
    {
        bot.Command("help", (RouteCatalogue commands, string? about) => commands.Help(about)).Describe("This page");
        bot.Command("ping", () => "pong").Describe("Says *pong*");
        bot.Command("secret", () => "").Hidden();
        var space = bot.Group("space");
        space.Command("list", () => "").Describe("Your spaces").Alias("all");
        space.Command("create", (string title) => "");
        space.Command("prune", (bool dryRun) => "");
    });

    [Fact]
    public async Task All_visible_commands_are_there_in_groups() => (await Bot.SayAsync("help")).ShouldBe(
        """
        **General**
        - `help [about]`: This page
        - `ping`: Says \*pong\*

        **space**
        - `space list`: Your spaces
        - `space create <title>`
        - `space prune [--dry-run]`
        """);

    [Fact]
    public async Task The_card_has_buttons_for_commands_that_need_nothing()
    {
        var card = (await Bot.RunAsync("help")).Effects.Single().Reply.Card.ShouldNotBeNull().ToJson("n");

        card["actions"]!.AsArray().Select(action => (string)action!["data"]!["command"]!).ShouldBe(["ping", "space list", "space prune"]);
        card.ToJsonString().ShouldContain("space create");
    }

    [Theory]
    [InlineData("help ping", "ping")]
    [InlineData("help SPACE LIST", "space list")]
    [InlineData("help all", "space list")]
    public async Task It_can_be_about_one_thing(string text, string usage)
    {
        var said = await Bot.SayAsync(text);

        said.ShouldContain($"`{usage}`");
        said.Split('\n').Length.ShouldBe(2);
    }

    [Fact]
    public async Task It_says_so_where_there_is_nothing() => (await Bot.SayAsync("help <@all>")).ShouldContain("“&lt;@all&gt;”");

    [Fact]
    public async Task Many_commands_still_fit_on_a_card()
    {
        var bot = new Chat(bot =>
        {
            bot.Command("help", (RouteCatalogue commands) => commands.Help());
            for (var i = 0; i < 500; i++)
            {
                bot.Command($"group{i % 7} command{i}", (int number) => "").Describe($"Does {i}");
            }
        });

        var help = (await bot.RunAsync("help")).Effects.Single().Reply;

        help.Card!.ToJson("n").ToJsonString().Length.ShouldBeLessThan(22_000);
        help.Card.ToJson("n")["body"]!.AsArray().Last()!["text"]!.ToString().ShouldContain("more");
        help.Split().Count.ShouldBeGreaterThan(1);
        help.Body.ShouldContain("command499");
    }
}
