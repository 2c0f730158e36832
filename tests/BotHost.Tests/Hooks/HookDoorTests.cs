using System.Net;
using BotHost.Outbox;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Outbox;
using BotHost.Tests.Sharing;
using BotHost.Tests.Storage;
using Microsoft.AspNetCore.Builder;

namespace BotHost.Tests.Hooks;

/// <summary>What the door for other programs answers, and what it takes in.</summary>
public sealed class HookDoorTests
{
    private const string Said = """{"text":"said"}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Why, what is sent in which type and encoding, and the answer. The secret is right in all of them.</summary>
    public static TheoryData<string, string, string, int> Bodies => new()
    {
        { "an object", Said, "application/json", 202 },
        { "with a charset", Said, "application/json; charset=utf-8", 202 },
        { "what CloudEvents call JSON", Said, "application/cloudevents+json", 202 },
        { "text", "said", "text/plain", 202 },
        { "a form's payload", "payload=%7B%22text%22%3A%22said%22%7D", "application/x-www-form-urlencoded", 202 },
        { "a form's fields", "text=said&x=1", "application/x-www-form-urlencoded", 202 },
        { "a deep object", "{\"text\":\"said\",\"x\":" + new string('[', 50) + new string(']', 50) + "}", "application/json", 202 },
        { "no type", Said, "", 415 },
        { "an unknown type", "<a/>", "application/xml", 415 },
        { "a type that is none", Said, "json", 415 },
        { "another charset", Said, "application/json; charset=utf-16", 415 },
        { "multipart", "--x--", "multipart/form-data; boundary=x", 415 },
        { "empty", "", "application/json", 400 },
        { "blank", "  \n", "text/plain", 400 },
        { "broken off", "{\"text\":", "application/json", 400 },
        { "two values", "{} {}", "application/json", 400 },
        { "a name twice", "{\"text\":1,\"text\":2}", "application/json", 400 },
        { "too deep", new string('[', 5000), "application/json", 400 },
        { "half a surrogate pair", "{\"text\":\"\\ud800\"}", "application/json", 400 },
        { "half a surrogate pair as a name", "{\"\\ud800\":1}", "application/json", 400 },
        { "a form whose payload is no JSON", "payload=hello", "application/x-www-form-urlencoded", 400 },
        { "as large as may be", "{\"text\":\"said\",\"x\":\"" + new string('x', 256 * 1024 - 22) + "\"}", "application/json", 202 },
        { "one byte more", "{\"text\":\"said\",\"x\":\"" + new string('x', 256 * 1024 - 21) + "\"}", "application/json", 413 },
    };

    [Fact]
    public async Task Every_body_has_its_answer_and_what_is_accepted_is_posted()
    {
        await using var bench = await HookBench.StartAsync();
        var hook = await bench.SubscribeAsync("subscribe ci ${text}");
        var accepted = 0;

        foreach (var (why, body, type, status) in Bodies.Select(row => row.Data))
        {
            var answer = await bench.SendAsync(hook, body, type);
            ((int)answer.Status).ShouldBe(status, why);
            if (status is 400 or 415)
                answer.Text.ShouldNotBeNullOrWhiteSpace(why);
            accepted += status == 202 ? 1 : 0;
        }

        (await bench.PostedAsync()).Select(m => m.Text).ShouldBe(Enumerable.Repeat("said", accepted));
    }

    [Fact]
    public async Task What_is_compressed_or_of_another_method_is_not_taken()
    {
        await using var bench = await HookBench.StartAsync();
        var hook = await bench.SubscribeAsync("subscribe ci");
        using var http = new HttpClient();

        (await bench.SendAsync(hook, Said, "application/json", ("Authorization", "Bearer " + hook.Secret), ("Content-Encoding", "gzip"))).Status
            .ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await http.GetAsync(hook.Address, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await bench.PostedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Forged_is_refused_in_the_same_words_as_unknown_and_nothing_is_stored()
    {
        await using var bench = await HookBench.StartAsync();
        var (token, signed) = (await bench.SubscribeAsync("subscribe token"), await bench.SubscribeAsync("subscribe signed --signed"));
        var unknown = token with { Address = token.Address[..^22] + "AAAAAAAAAAAAAAAAAAAAAA" };
        var before = StoredEvent.All(bench.Bot).Count;
        var right = HookBench.Sign(signed.Secret, Said);
        (Hook Hook, (string, string)[] Headers)[] forged =
        [
            (token, [("X-None", "1")]),
            (token, [("Authorization", "Bearer wrong")]), (token, [("Authorization", "Bearer ")]), (token, [("Authorization", token.Secret)]),
            (token, [("Authorization", "Basic " + token.Secret)]), (token, [("Authorization", "Bearer " + signed.Secret)]),
            (token, [("Authorization", "Bearer " + token.Secret.ToUpperInvariant())]), (token, [("X-Gitlab-Token", token.Secret + "x")]),
            (token, [("Authorization", "Bearer " + token.Secret), ("X-Gitlab-Token", token.Secret)]),
            (token, [("X-Hub-Signature-256", HookBench.Sign(token.Secret, Said))]),
            (signed, [("Authorization", "Bearer " + signed.Secret)]), (signed, [("X-Gitlab-Token", signed.Secret)]),
            (signed, [("X-Hub-Signature-256", right[7..])]), (signed, [("X-Hub-Signature-256", right[..^1])]), (signed, [("X-Hub-Signature-256", right + "0")]),
            (signed, [("X-Hub-Signature-256", "sha1=" + right[7..])]), (signed, [("X-Hub-Signature-256", HookBench.Sign(signed.Secret, Said + "\n"))]),
            (signed, [("X-Hub-Signature-256", HookBench.Sign(token.Secret, Said))]), (signed, [("X-Hub-Signature-256", right), ("Authorization", "Bearer x")]),
            (unknown, [("Authorization", "Bearer " + token.Secret)]), (unknown, [("X-Hub-Signature-256", right)]),
            (token with { Address = token.Address[..^22] + "%27OR%201=1" }, [("Authorization", "Bearer " + token.Secret)]),
            (token with { Address = token.Address + "A" }, [("Authorization", "Bearer " + token.Secret)]),
        ];

        var answers = new List<Answer>();
        foreach (var (hook, headers) in forged)
            answers.Add(await bench.SendAsync(hook, Said, "application/json", headers));

        answers.Distinct().ShouldHaveSingleItem().Status.ShouldBe(HttpStatusCode.Unauthorized);
        StoredEvent.All(bench.Bot).Count.ShouldBe(before);
        (await bench.SendAsync(token, Said, "application/json", ("X-Gitlab-Token", token.Secret))).Status.ShouldBe(HttpStatusCode.Accepted);
        (await bench.SendAsync(signed, Said, "application/json", ("X-Hub-Signature-256", right))).Status.ShouldBe(HttpStatusCode.Accepted);
        (await bench.PostedAsync()).Count.ShouldBe(2);
        foreach (var secret in (string[])[token.Secret, signed.Secret])
            bench.Bot.Log.ShouldNotContain(line => line.Message.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task A_delivery_that_is_sent_again_is_posted_once_also_after_a_restart(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bench = await HookBench.StartAsync(store.Settings);
        var hook = await bench.SubscribeAsync("subscribe ci ${text}");
        Task<Answer> Deliver(string body, string header, string id) =>
            bench.SendAsync(hook, body, "application/json", ("Authorization", "Bearer " + hook.Secret), (header, id));

        (await Deliver("""{"text":"one"}""", "X-GitHub-Delivery", "1")).Status.ShouldBe(HttpStatusCode.Accepted);
        (await Deliver("""{"text":"one"}""", "X-GitHub-Delivery", "1")).Status.ShouldBe(HttpStatusCode.Accepted);
        await bench.PostedAsync();
        await bench.Bot.RestartAsync(Cancelled);
        (await Deliver("""{"text":"one"}""", "X-GitHub-Delivery", "1")).Status.ShouldBe(HttpStatusCode.Accepted);
        (await Deliver("""{"text":"two"}""", "Idempotency-Key", "1")).Status.ShouldBe(HttpStatusCode.Accepted);
        (await bench.SendAsync(hook, """{"text":"three"}""")).Status.ShouldBe(HttpStatusCode.Accepted);
        (await bench.SendAsync(hook, """{"text":"three"}""")).Status.ShouldBe(HttpStatusCode.Accepted);

        (await bench.PostedAsync()).Select(m => m.Text).ShouldBe(["one", "two", "three", "three"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_accepted_before_the_host_stopped_is_posted_by_the_next_once()
    {
        await using var bench = await HookBench.StartAsync(Trouble.Hasty);
        var hook = await bench.SubscribeAsync("subscribe ci ${text}");
        await bench.Bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 503 });

        (await bench.SendAsync(hook, """{"text":"before"}""")).Status.ShouldBe(HttpStatusCode.Accepted);
        await bench.Bot.StopAsync(Cancelled);
        (await bench.Bot.Http.DeleteAsync("/simulator/faults", Cancelled)).EnsureSuccessStatusCode();
        (await bench.Alice.MessagesAsync(bench.Room, Cancelled)).ShouldNotContain(m => m.Text == "before");
        await bench.Bot.StartAgainAsync(cancellationToken: Cancelled);

        (await bench.PostedAsync()).Select(m => m.Text).ShouldBe(["before"]);
        bench.Bot.ExpectWarnings();
    }

    [Fact]
    public async Task A_hook_that_is_used_too_often_is_told_when_to_come_back_and_others_go_on()
    {
        await using var bench = await HookBench.StartAsync([("Hooks:PerMinute", "2")]);
        var (busy, other) = (await bench.SubscribeAsync("subscribe busy"), await bench.SubscribeAsync("subscribe other"));
        (await bench.SendAsync(busy, Said, "application/json", ("Authorization", "Bearer wrong"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await bench.SendAsync(busy, Said);
        await bench.SendAsync(busy, Said);

        var answer = await bench.SendAsync(busy, Said);

        (answer.Status, answer.RetryAfter > TimeSpan.FromSeconds(30), answer.RetryAfter <= TimeSpan.FromMinutes(1)).ShouldBe((HttpStatusCode.TooManyRequests, true, true));
        (await bench.SendAsync(busy, Said, "application/json", ("Authorization", "Bearer wrong"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await bench.SendAsync(other, Said)).Status.ShouldBe(HttpStatusCode.Accepted);
        (await bench.PostedAsync()).Count.ShouldBe(3);
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_hosts_are_one_door()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await using var bench = await HookBench.StartAsync([.. store.Settings, Crowd.NotDeliveredTo]);
        WebApplication[] hosts = [bench.Bot.Host, await bench.Bot.StartBesideAsync(cancellationToken: Cancelled)];
        var crowd = new Crowd(bench.Bot, hosts);
        await crowd.DeliverAsync(await crowd.SayAsync(bench.Alice, Crowd.Mention(bench.Room, "subscribe ci ${n}")), hosts[0]);
        await bench.Bot.QuietAsync(Cancelled);
        var hook = await bench.ToldAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => bench.SendAsync(
            new Uri(hosts[i % 2].Urls.First()), hook, $$"""{"n":{{i / 4}}}""", "application/json", ("Authorization", "Bearer " + hook.Secret), ("Idempotency-Key", $"{i / 4}"))));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Accepted);
        (await bench.PostedAsync()).Select(m => m.Text).Order().ShouldBe(["0", "1", "2", "3", "4"]);
        await crowd.DeliverAsync(await crowd.SayAsync(bench.Alice, Crowd.Mention(bench.Room, "subscribe rotate ci")), hosts[1]);
        await bench.Bot.QuietAsync(Cancelled);
        foreach (var host in hosts)
            (await bench.SendAsync(new Uri(host.Urls.First()), hook, Said, "application/json", ("Authorization", "Bearer " + hook.Secret))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_Webex_may_have_taken_is_left_to_a_person_and_not_repeated()
    {
        await using var bench = await HookBench.StartAsync(Trouble.Hasty, "--Simulator:Switches:BotsHearThemselves=false");
        var hook = await bench.SubscribeAsync("subscribe ci");
        await bench.Bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 502, when = "after", count = 1 });

        (await bench.SendAsync(hook, Said)).Status.ShouldBe(HttpStatusCode.Accepted);

        (await bench.PostedAsync()).Count.ShouldBe(1);
        bench.Bot.Effects()[^1].State.ShouldBe((long)EffectState.Unknown);
        bench.Bot.ExpectWarnings();
    }
}
