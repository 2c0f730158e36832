using BotHost.Bot;

namespace BotHost.Tests.Bot;

public sealed class RoutingTests
{
    private static readonly Chat Bot = new(bot =>
    {
        bot.Command("ping", () => "pong");
        bot.Command("space", () => "space");
        bot.Command("space list", () => "space list");
        bot.Command("space list all", () => "space list all").Alias("everything");
        bot.Command("über uns", () => "über uns");
        bot.Command("istanbul", () => "istanbul");
        bot.Submit("secret", () => "secret submit");
        var leave = bot.Group("leave");
        leave.Command("status", () => "leave status");
        leave.Group("admin").Command("purge", () => "leave admin purge").Alias("clean");
        leave.Submit("leave.file", () => "filed");
    });

    [Theory]
    [InlineData("ping", "pong")]
    [InlineData("PING", "pong")]
    [InlineData("  ping  ", "pong")]
    [InlineData("\u00A0ping\u00A0", "pong")]
    [InlineData("\u200Bping\u200B", "pong")]
    [InlineData("\uFEFFping", "pong")]
    [InlineData("\u200Eping\u200F", "pong")]
    [InlineData("pi\u00ADng", "pong")]
    [InlineData("ping\r\n", "pong")]
    [InlineData("space", "space")]
    [InlineData("space list", "space list")]
    [InlineData("Space\u00A0List", "space list")]
    [InlineData("space\nlist\nall", "space list all")]
    [InlineData("space \u200B list", "space list")]
    [InlineData("space\u200Blist\uFEFFall", "space list all")]
    [InlineData("everything", "space list all")]
    [InlineData("ÜBER UNS", "über uns")]
    [InlineData("u\u0308ber uns", "über uns")]
    [InlineData("ISTANBUL", "istanbul")]
    [InlineData("leave status", "leave status")]
    [InlineData("leave admin purge", "leave admin purge")]
    [InlineData("leave admin clean", "leave admin purge")]
    public async Task A_command_is_found_by_its_words(string text, string said) => (await Bot.SayAsync(text)).ShouldBe(said);

    [Theory]
    [InlineData("pinging")]
    [InlineData("\"ping\"")]
    [InlineData("status")]
    [InlineData("ıstanbul")]
    [InlineData("secret")]
    [InlineData("leave.file")]
    [InlineData("_command")]
    [InlineData("\uD83D")]
    [InlineData("ping\0")]
    public async Task Other_words_are_unknown(string text) => (await Bot.RunAsync(text)).Outcome.ShouldBe(TurnOutcome.Unknown);

    [Fact]
    public async Task A_submit_is_found_by_its_exact_name_whatever_group_it_is_in()
    {
        (await Bot.SubmitAsync("leave.file", new { })).ShouldBe("filed");
        (await Bot.PressAsync("Leave.File", new { })).Outcome.ShouldBe(TurnOutcome.UnhandledSubmit);
        (await Bot.PressAsync("ping", new { })).Outcome.ShouldBe(TurnOutcome.UnhandledSubmit);
    }

    [Fact]
    public async Task An_unhandled_submit_names_the_line_of_code_to_add()
    {
        var result = await Bot.PressAsync("leave.\"x", new { days = 3, _nonce = "n", _submit = "leave.x", reason = "sun" });

        result.CodeToAdd.ShouldBe("bot.Submit(\"leave.\\u0022x\", (string? days, string? reason) => \"…\");");
        Chat.Said(result).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_result_names_the_route_for_logs()
    {
        (await Bot.RunAsync("LEAVE  status")).Route.ShouldBe("leave status");
        (await Bot.RunAsync("everything")).Route.ShouldBe("space list all");
        (await Bot.PressAsync("secret", new { })).Route.ShouldBe("secret");
        (await Bot.RunAsync("whatever")).Route.ShouldBe("(unknown)");
    }

    [Fact]
    public async Task A_command_button_does_what_typing_would()
    {
        var result = await Bot.PressAsync("_command", new { command = "space list" });

        result.ShouldSatisfyAllConditions(() => result.Route.ShouldBe("space list"), () => result.Outcome.ShouldBe(TurnOutcome.Answered));
        (await Bot.PressAsync("_command", new { command = "secret" })).Outcome.ShouldBe(TurnOutcome.Unknown);
        (await Bot.PressAsync("_command", new { })).Outcome.ShouldBe(TurnOutcome.Unknown);
    }

    [Fact]
    public async Task The_fallback_takes_what_no_command_fits()
    {
        var bot = new Chat(bot =>
        {
            bot.Command("ping", () => "pong");
            bot.Fallback((string text) => $"fallback: {text}");
        });

        (await bot.SayAsync("ping")).ShouldBe("pong");
        (await bot.SayAsync("pong  ping")).ShouldBe("fallback: pong  ping");
        (await bot.RunAsync("")).Outcome.ShouldBe(TurnOutcome.Unknown);
    }
}
