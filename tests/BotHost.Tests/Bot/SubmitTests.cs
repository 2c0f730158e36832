using BotHost.Bot;

namespace BotHost.Tests.Bot;

public sealed class SubmitTests
{
    private enum Day
    {
        Monday,
        FreeDay,
    }

    private sealed record Leave([Label("First name")] string Name, int Days, Day[]? On, string? Note, bool Paid, PersonRef[]? With, decimal Rate = 1.5m);

    private static readonly Chat Bot = new(bot =>
    {
        bot.Submit("record", (Leave form, BotContext context) => FormattableString.Invariant(
            $"{form.Name}|{form.Days}|{string.Join('+', form.On ?? [])}|{form.Note ?? "null"}|{form.Paid}|{string.Join('+', form.With ?? [])}|{form.Rate}|{context.Submission!.CardId}"));
        bot.Submit("simple", (RoomId room, string[] picks, bool yes, int count = 7) => $"{room}|{string.Join('+', picks)}|{yes}|{count}");
        bot.Submit("both", (Leave form, string extra) => $"{form.Name}|{extra}");
    });

    [Fact]
    public async Task A_record_is_filled_from_the_inputs()
    {
        (await Bot.SubmitAsync("record", new { name = " Ann ", days = "3", on = "monday,free-day", note = "", paid = "true", with = "a@x, b@x\nc@x", rate = "2.5" }))
            .ShouldBe(" Ann |3|Monday+FreeDay|null|True|a@x+b@x+c@x|2.5|card");
        (await Bot.SubmitAsync("record", new { name = "Ann", days = 3.0, extra = 1, _nonce = "n" })).ShouldBe("Ann|3||null|False||1.5|card");
    }

    [Fact]
    public async Task Simple_parameters_are_read_by_name()
    {
        (await Bot.SubmitAsync("simple", new { room = "r1", picks = "a, b,c", yes = true })).ShouldBe("r1|a+b+c|True|7");
        (await Bot.SubmitAsync("simple", new { room = "r1", picks = new[] { "a", "b" }, yes = "false", count = "8" })).ShouldBe("r1|a+b|False|8");
        (await Bot.SubmitAsync("both", new { name = "Ann", days = 1, extra = "e" })).ShouldBe("Ann|e");
    }

    [Fact]
    public async Task What_does_not_fit_is_told_by_label_all_at_once()
    {
        var result = await Bot.PressAsync("record", new { name = "  ", days = "many", paid = "perhaps", with = "a@x nobody" });

        result.Outcome.ShouldBe(TurnOutcome.Refused);
        var said = Chat.Said(result).ShouldHaveSingleItem();
        said.ShouldContain("**First name** is empty");
        said.ShouldContain("**Days**: “many”");
        said.ShouldContain("**Paid**: “perhaps”");
        said.ShouldContain("**With**: “nobody”");
    }

    [Theory]
    [InlineData("{\"days\":1.5}")]
    [InlineData("{\"days\":1e400}")]
    [InlineData("{\"days\":{}}")]
    [InlineData("{\"days\":null}")]
    [InlineData("{\"days\":true}")]
    public async Task Values_of_any_shape_are_refused_not_thrown(string json)
    {
        var inputs = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(json.Replace("{\"days", "{\"name\":\"Ann\",\"days"));

        (await Bot.PressAsync("record", inputs)).Outcome.ShouldBe(TurnOutcome.Refused);
    }

    [Fact]
    public async Task Declining_a_question_does_nothing_and_says_so()
    {
        var result = await Bot.PressAsync("_cancel", new { });

        result.Outcome.ShouldBe(TurnOutcome.Answered);
        Chat.Said(result).ShouldHaveSingleItem();
    }
}
