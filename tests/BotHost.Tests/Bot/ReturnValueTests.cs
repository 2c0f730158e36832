using BotHost.Bot;

namespace BotHost.Tests.Bot;

public sealed class ReturnValueTests
{
    private static readonly Reply[] Two = ["one", "two"];

    public static TheoryData<Delegate, string[]> Handlers => new()
    {
        { () => { }, [] },
        { () => "one", ["one"] },
        { () => (string?)null, [] },
        { () => "  ", [] },
        { () => Reply.Text("one"), ["one"] },
        { () => (Reply?)null, [] },
        { () => Markdown.Format($"**{"<@all>"}**"), ["**&lt;@all&gt;**"] },
        { () => Task.FromResult(Markdown.Format($"one")), ["one"] },
        { () => new Card("one"), ["**one**"] },
        { () => Two, ["one", "two"] },
        { () => Two.ToList(), ["one", "two"] },
        { () => Two.Where(_ => false), [] },
        { () => Task.CompletedTask, [] },
        { () => Task.FromResult("one"), ["one"] },
        { () => Task.FromResult<Card?>(null), [] },
        { () => default(ValueTask), [] },
        { async Task<IEnumerable<Reply>> () => { await Task.Yield(); return Two; }, ["one", "two"] },
        { async ValueTask<Reply> () => { await Task.Yield(); return "one"; }, ["one"] },
        { async ValueTask () => await Task.Yield(), [] },
        { (BotContext context) => { context.Send("first"); context.Send("second"); return "last"; }, ["first", "second", "last"] },
        { (BotContext context) => { context.Send("first"); return Two; }, ["first", "one", "two"] },
    };

    [Theory]
    [MemberData(nameof(Handlers), DisableDiscoveryEnumeration = true)]
    public async Task What_a_handler_returns_is_said_after_what_it_sent(Delegate handler, string[] said)
    {
        var result = await new Chat(bot => bot.Command("x", handler)).RunAsync("x");

        result.Outcome.ShouldBe(TurnOutcome.Answered);
        Chat.Said(result).ShouldBe(said);
    }

    [Fact]
    public async Task Exceptions_come_out_as_they_are()
    {
        var bot = new Chat(bot =>
        {
            bot.Command("now", string () => throw new InvalidTimeZoneException());
            bot.Command("later", async Task<string> () => { await Task.Yield(); throw new InvalidTimeZoneException(); });
        });

        await Should.ThrowAsync<InvalidTimeZoneException>(async () => await bot.RunAsync("now"));
        await Should.ThrowAsync<InvalidTimeZoneException>(async () => await bot.RunAsync("later"));
    }

    [Fact]
    public async Task What_Webex_refuses_is_told_behind_what_was_sent()
    {
        var bot = new Chat(bot => bot.Command("x", (BotContext context) =>
        {
            context.Send("trying");
            throw new WebexRefusedException(409, "User is *already* a participant");
        }));

        var result = await bot.RunAsync("x");

        result.Outcome.ShouldBe(TurnOutcome.Refused);
        Chat.Said(result).ShouldBe(["trying", @"Webex refused: User is \*already\* a participant"]);
    }

    [Fact]
    public async Task Nothing_can_be_sent_once_the_turn_is_over()
    {
        BotContext? kept = null;
        var result = await new Chat(bot => bot.Command("x", (BotContext context) => { kept = context; })).RunAsync("x");

        Should.Throw<InvalidOperationException>(() => kept!.Send("late"));
        result.Effects.ShouldBeEmpty();
    }
}
