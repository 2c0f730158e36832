using System.Text;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class TransportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proxy_is_used_when_it_is_set_and_gets_its_own_credentials()
    {
        await using var proxy = await ScriptedServer.StartAsync(
            Answer.Status(407).With("Proxy-Authenticate", "Basic realm=\"p\""), Answer.Json(Samples.Person));
        var settings = new Dictionary<string, string?>
        {
            ["Webex:BaseUrl"] = "http://webex.invalid/v1",
            ["Webex:Proxy"] = proxy.Address.Replace("://", "://me:pass%20word@", StringComparison.Ordinal),
        };
        await using var bench = await WebexBench.StartAsync(settings, Answer.Status(500));

        (await bench.Webex.People.GetMeAsync(Stop)).Id.ShouldBe(new PersonId("P1"));

        var sent = proxy.Requests[^1];
        sent.Line.ShouldBe("GET http://webex.invalid/v1/people/me");
        sent.Headers.ProxyAuthorization.ToString().ShouldBe("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("me:pass word")));
    }

    [Fact]
    public async Task No_cookie_is_kept()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Person).With("Set-Cookie", "a=b; Path=/"));

        await bench.Webex.People.GetMeAsync(Stop);
        await bench.Webex.People.GetMeAsync(Stop);

        bench.Server.Requests.ShouldAllBe(request => !request.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task Calls_are_logged_without_their_queries()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items()));

        await bench.Webex.People.ListAsync(email: "ann@example.com", cancellationToken: Stop).ToListAsync(Stop);

        var tracking = bench.Only.Headers["TrackingID"].ToString();
        bench.Log.All.ShouldHaveSingleItem().Trim().ShouldBe($"Debug BotHost.Webex.TrackingHandler: GET people answered 200 in 0 ms, tracking id {tracking}");
    }

    [Fact]
    public void A_type_that_was_not_declared_is_named() =>
        Should.Throw<InvalidOperationException>(() => WebexJson.For<Version>()).Message.ShouldContain("System.Version");
}
