using System.Net;
using BotHost.Outbox;
using BotHost.Testing;
using BotHost.Tests.Sharing;
using BotHost.Webex;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Outbox;

/// <summary>What Webex answers to a reply, and what the bot makes of it.</summary>
public sealed class RefusedReplyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task One_that_Webex_refuses_is_kept_and_the_next_is_said(int status)
    {
        await using var bot = await StartAsync();
        await bot.FaultAsync(Answer(status, count: 1));

        var said = await bot.Person("alice@example.com").SayAsync("count 3", Cancelled);

        said.Select(m => m.Text).ShouldBe(["2", "3"]);
        bot.Effects().Select(e => (EffectState)e.State).ShouldBe([EffectState.Rejected, EffectState.Sent, EffectState.Sent]);
        bot.Effects().Select(e => e.Body is null).ShouldBe([false, true, true], "what was not said is kept for a person to look at");
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task One_whose_thread_is_gone_is_said_outside_it()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Room", cancellationToken: Cancelled);
        await bot.FaultAsync(Answer(404, count: 1));

        var said = (await alice.MentionAsync(room, "count 1", cancellationToken: Cancelled)).ShouldHaveSingleItem();

        said.ParentId.ShouldBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task Told_to_wait_it_waits_and_says_it_once()
    {
        await using var bot = await StartAsync();
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 429, retryAfter = 1, count = 2 });

        (await bot.Person("alice@example.com").SayAsync("count 2", Cancelled)).Select(m => m.Text).ShouldBe(["1", "2"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task While_Webex_refuses_the_token_everything_keeps_its_place_and_readiness_is_red()
    {
        await using var bot = await StartAsync();
        var fault = await bot.FaultAsync(new { email = TestBot.BotEmail, status = 401 });
        var alice = bot.Person("alice@example.com");
        await alice.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text = "count 2" }, Cancelled);
        var guard = bot.Host.Services.GetRequiredService<IdentityGuard>();
        await Crowd.UntilAsync(() => Task.FromResult(guard.IsRefused));

        using var http = new HttpClient { BaseAddress = bot.Address };
        var ready = await http.GetAsync("/health/ready", Cancelled);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync(Cancelled)).ShouldContain("token");
        await alice.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text = "count 1" }, Cancelled);
        (await bot.Http.DeleteAsync($"/simulator/faults/{fault}", Cancelled)).EnsureSuccessStatusCode();
        await guard.WhenAcceptedAsync(Cancelled);
        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled)).Where(m => m.Text.Length == 1).Reverse().Select(m => m.Text).ShouldBe(["1", "2", "1"]);
        (await http.GetAsync("/health/ready", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task Replies_of_a_stopped_host_are_said_by_the_next()
    {
        await using var bot = await StartAsync();
        var fault = await bot.FaultAsync(Answer(503, count: null));
        var alice = bot.Person("alice@example.com");
        await alice.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text = "count 3" }, Cancelled);
        await Crowd.UntilAsync(() => Task.FromResult(bot.Effects().Count >= 3));
        await bot.Host.StopAsync(new CancellationToken(canceled: true));
        (await bot.Http.DeleteAsync($"/simulator/faults/{fault}", Cancelled)).EnsureSuccessStatusCode();

        await bot.RestartAsync(Cancelled);
        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled)).Where(m => m.Text.Length == 1).Reverse().Select(m => m.Text).ShouldBe(["1", "2", "3"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Edits_follow_what_they_edit()
    {
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("work", (BotHost.Bot.BotContext context) =>
            {
                var progress = context.Send("working …");
                context.Edit(progress, "half done");
                context.Edit(progress, "done");
                return "bye";
            }), Trouble.Hasty, cancellationToken: Cancelled);

        (await bot.Person("alice@example.com").SayAsync("work", Cancelled)).Select(m => m.Text).ShouldBe(["done", "bye"]);
        (await bot.CallsAsync("PUT", "/messages/{messageId}")).ShouldBe(2);
    }

    private static Task<TestBot> StartAsync() => TestBot.StartAsync(
        routes => routes.Command("count", (int to) => Enumerable.Range(1, to).Select(i => (BotHost.Bot.Reply)$"{i}")), Trouble.Hasty, cancellationToken: Cancelled);

    private static object Answer(int status, int? count) => new { method = "POST", path = "/messages", email = TestBot.BotEmail, status, count };
}
