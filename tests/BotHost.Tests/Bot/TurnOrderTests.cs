using BotHost.Bot;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Bot;

public sealed class TurnOrderTests
{
    private readonly List<string> _log = [];

    private TurnMiddleware Logs(string name) => async (_, next) =>
    {
        _log.Add($"{name} in");
        var reply = await next();
        _log.Add($"{name} out");
        return reply;
    };

    [Fact]
    public async Task Middleware_runs_around_the_handler_outermost_group_first()
    {
        var bot = new Chat(bot =>
        {
            var outer = bot.Group("a").Use(Logs("group 1"));
            outer.Group("b").Use(Logs("inner")).Command("c", (int n) => { _log.Add($"handler {n}"); });
            outer.Use(Logs("group 2"));
            bot.Use(Logs("root"));
        });

        await bot.RunAsync("a b c 3");

        _log.ShouldBe(["root in", "group 1 in", "group 2 in", "inner in", "handler 3", "inner out", "group 2 out", "group 1 out", "root out"]);
    }

    [Fact]
    public async Task Middleware_may_refuse_and_may_replace()
    {
        var bot = new Chat(bot =>
        {
            bot.Group("closed").Use((_, _) => new("closed")).Command("x", () => { _log.Add("ran"); });
            bot.Group("loud").Use(async (_, next) => (await next())!.Body.ToUpperInvariant()).Command("x", () => new Reply[] { "one", "two" });
        });

        var closed = await bot.RunAsync("closed x and too much");
        Chat.Said(closed).ShouldBe(["closed"]);
        closed.Outcome.ShouldBe(TurnOutcome.Refused);
        _log.ShouldBeEmpty();
        Chat.Said(await bot.RunAsync("loud x")).ShouldBe(["one", "TWO"]);
    }

    [Fact]
    public async Task Middleware_sees_refused_arguments_unknown_words_and_submits()
    {
        var bot = new Chat(bot =>
        {
            bot.Use(Logs("root"));
            bot.Command("roll", (int sides) => "");
            bot.Submit("s", () => "");
        });

        await bot.RunAsync("roll x");
        await bot.RunAsync("nothing");
        await bot.PressAsync("s", new { });
        await bot.PressAsync("t", new { });

        _log.Count(line => line == "root out").ShouldBe(4);
    }

    [Theory]
    [InlineData("roll x")]
    [InlineData("unknown")]
    [InlineData("")]
    public async Task Who_may_not_gets_no_further_not_even_to_the_usage(string text)
    {
        var bot = new Chat(bot =>
        {
            bot.Use(Logs("root"));
            bot.Command("roll", (int sides) => { _log.Add("ran"); });
        })
        { Refuse = _ => "no" };

        var result = await bot.RunAsync(text);

        result.Outcome.ShouldBe(TurnOutcome.NotPermitted);
        Chat.Said(result).ShouldBe(["no"]);
        _log.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a", "Default")]
    [InlineData("b", "Everyone")]
    [InlineData("g a", "Nobody")]
    [InlineData("g b", "Everyone")]
    [InlineData("g h a", "Nobody")]
    [InlineData("unknown", "Default")]
    public async Task The_nearest_policy_counts(string text, string policy)
    {
        var bot = new Chat(bot =>
        {
            bot.Command("a", () => "");
            bot.Command("b", () => "").Allow(Policy.Everyone);
            var group = bot.Group("g");
            group.Command("a", () => "");
            group.Command("b", () => "").Allow(Policy.Everyone);
            group.Group("h").Command("a", () => "");
            group.Allow(Policy.Nobody);
        })
        { Refuse = policy => policy.ToString() };

        (await bot.SayAsync(text)).ShouldBe(policy);
        bot.Table.Routes.ShouldAllBe(route => route.Policy != null);
    }

    [Fact]
    public async Task Submits_and_command_buttons_are_judged_like_typing()
    {
        var bot = new Chat(bot =>
        {
            bot.Command("x", () => "ran").Allow(Policy.Nobody);
            bot.Submit("x", () => "ran").Allow(Policy.Nobody);
        })
        { Refuse = policy => policy == Policy.Nobody ? "no" : null };

        (await bot.SubmitAsync("x", new { })).ShouldBe("no");
        (await bot.SubmitAsync("_command", new { command = "x" })).ShouldBe("no");
    }

    [Fact]
    public async Task A_cancelled_turn_does_not_reach_the_handler()
    {
        var bot = new Chat(bot => bot.Command("x", () => { _log.Add("ran"); })) { Aborted = new CancellationToken(canceled: true) };

        await Should.ThrowAsync<OperationCanceledException>(async () => await bot.RunAsync("x"));
        _log.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_turn_and_the_container_fill_what_they_know()
    {
        var aborted = new CancellationTokenSource();
        var bot = new Chat(
            bot => bot.Command("x", (Clock clock, Person sender, Room room, Incoming message, BotContext context, IServiceProvider services, RouteCatalogue catalogue, int n, CancellationToken token) =>
                $"{clock.Name} {sender.Id} {room.Id} {message.Text} {context.Sender == sender} {services == context.Services} {catalogue.Commands.Count} {n} {token == aborted.Token}"),
            services => services.AddSingleton(new Clock("1.2")))
        { Aborted = aborted.Token };

        (await bot.SayAsync("x 5")).ShouldBe("1.2 ann room x 5 True True 1 5 True");
    }

    private sealed record Clock(string Name);
}
