using System.Net;

namespace BotHost.Tests.Operations;

/// <summary>What other pages have a signed-in browser send changes nothing.</summary>
public sealed class ForgedFormTests
{
    [Fact]
    public async Task A_form_counts_with_the_sessions_token_from_the_same_page_and_not_otherwise()
    {
        await using var bench = await PageBench.StartAsync();
        await bench.Agents.AddAgentAsync();
        var (cookie, token) = await bench.SignInAsync();
        (string, string) agent = ("agent", "triage"), right = ("_token", token);
        const string stop = "admin/page/do/agent/stop";
        var own = bench.Address.Authority;

        await RefusedAsync("no token", bench.SendAsync(stop, cookie, [agent]));
        await RefusedAsync("another session's token", bench.SendAsync(stop, cookie, [agent, ("_token", (await bench.SignInAsync()).FormToken)]));
        await RefusedAsync("no origin", bench.SendAsync(stop, cookie, [agent, right], origin: null));
        await RefusedAsync("a foreign origin", bench.SendAsync(stop, cookie, [agent, right], origin: "https://evil.example"));
        await RefusedAsync("another port of this machine", bench.SendAsync(stop, cookie, [agent, right], origin: "http://127.0.0.1:7070"));
        await RefusedAsync("an origin that hides", bench.SendAsync(stop, cookie, [agent, right], origin: "null"));
        await RefusedAsync("another site, as the browser says", bench.SendAsync(stop, cookie, [agent, right], site: "cross-site"));
        await RefusedAsync("the same site, as the browser says", bench.SendAsync(stop, cookie, [agent, right], site: "same-site"));
        await RefusedAsync("a forged Host", bench.SendAsync(stop, cookie, [agent, right], host: "evil.example"));
        await RefusedAsync("a name made to stand for this machine", bench.SendAsync(stop, cookie, [agent, right], host: "evil.example", origin: "http://evil.example"), HttpStatusCode.Unauthorized);
        await RefusedAsync("no session", bench.SendAsync(stop, null, [agent, right]), HttpStatusCode.Unauthorized);
        await RefusedAsync("a GET", bench.SendAsync($"{stop}?agent=triage&_token={token}", cookie), HttpStatusCode.MethodNotAllowed);
        await RefusedAsync("the public port", bench.SendAsync(stop, cookie, [agent, right], host: own, to: bench.Bot.Address), HttpStatusCode.NotFound);
        await RefusedAsync("signing in from elsewhere", bench.SendAsync("admin/page/sign-in", null, [("token", Operator.Token)], origin: "https://evil.example"));
        bench.Bot.ExpectWarnings();

        (await bench.SendAsync(stop, cookie, [agent, right], site: "same-origin")).Status.ShouldBe(HttpStatusCode.SeeOther);
        bench.Find("triage")!.IsStopped.ShouldBeTrue();

        async Task RefusedAsync(string what, Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> sent, HttpStatusCode status = HttpStatusCode.Forbidden)
        {
            (await sent).Status.ShouldBe(status, what);
            bench.Find("triage")!.IsStopped.ShouldBeFalse(what);
        }
    }

    [Fact]
    public async Task The_page_offers_commands_about_agents_and_identities_alone_and_goes_nowhere_else_afterwards()
    {
        await using var bench = await PageBench.StartAsync();
        await bench.Agents.AddAgentAsync();
        var (cookie, token) = await bench.SignInAsync();

        foreach (var command in new[] { "store/backup", "person/erase", "inbox/discard", "agent/list", "no/such", "agent/key" })
            (await bench.SendAsync("admin/page/do/" + command, cookie, [("_token", token)])).Status.ShouldBe(HttpStatusCode.NotFound, command);
        foreach (var back in new[] { "https://evil.example", "//evil.example", "/page/../../x", "/page/a\r\nb: c", "@evil.example" })
        {
            var (status, _, answer) = await bench.SendAsync("admin/page/do/agent/start", cookie, [("_token", token), ("agent", "triage"), ("_back", back)]);
            (status, answer.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.SeeOther, "/admin"), back);
        }
    }

    [Fact]
    public async Task Each_answer_keeps_to_itself()
    {
        await using var bench = await PageBench.StartAsync();
        var (cookie, _) = await bench.SignInAsync();

        foreach (var (path, kept) in new[] { ("admin", null), ("admin", cookie), ("admin/page/audit", cookie), ("admin/page/none", cookie), ("admin/page/page.css", null) })
        {
            var (_, _, answer) = await bench.SendAsync(path, kept);
            Header("Content-Security-Policy").ShouldContain("default-src 'none'");
            Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
            Header("Content-Security-Policy").ShouldNotContain("unsafe");
            Header("X-Content-Type-Options").ShouldBe("nosniff");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();

            string Header(string name) => answer.Headers.GetValues(name).Single();
        }
    }
}
