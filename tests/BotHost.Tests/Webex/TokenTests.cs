using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class TokenTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_file_is_trimmed_and_read_again_when_it_changes()
    {
        await using var bench = await FromFileAsync(" first-token\r\n");
        await bench.Webex.People.GetMeAsync(Stop);
        await File.WriteAllTextAsync(file, "second-token", Stop);
        await bench.Webex.People.GetMeAsync(Stop);

        Sent(bench).ShouldBe(["Bearer first-token", "Bearer second-token"]);
    }

    [Fact]
    public async Task While_the_file_is_being_replaced_the_last_token_is_used()
    {
        await using var bench = await FromFileAsync("first-token");
        await bench.Webex.People.GetMeAsync(Stop);
        await File.WriteAllTextAsync(file, "", Stop);
        await bench.Webex.People.GetMeAsync(Stop);
        File.Delete(file);
        await bench.Webex.People.GetMeAsync(Stop);

        Sent(bench).ShouldBe(["Bearer first-token", "Bearer first-token", "Bearer first-token"]);
    }

    [Fact]
    public async Task A_try_after_a_wait_carries_the_token_of_that_moment()
    {
        await using var bench = await FromFileAsync("first-token");
        bench.Server.Script(Answer.Status(429).With("Retry-After", "3"), Answer.Json(Samples.Person));

        var call = bench.Webex.People.GetMeAsync(Stop);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(3));
        await File.WriteAllTextAsync(file, "second-token", Stop);
        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        await call;

        Sent(bench).ShouldBe(["Bearer first-token", "Bearer second-token"]);
    }

    [Fact]
    public async Task Without_a_token_nothing_leaves()
    {
        await using var bench = await FromFileAsync("first-token");
        _ = bench.Webex;
        File.Delete(file);

        var refused = await Should.ThrowAsync<WebexException>(() => bench.Webex.People.GetMeAsync(Stop));

        refused.Message.ShouldContain("Webex:AccessTokenFile");
        bench.Server.Requests.ShouldBeEmpty();
    }

    public void Dispose() => File.Delete(file);

    private async Task<WebexBench> FromFileAsync(string content)
    {
        await File.WriteAllTextAsync(file, content, Stop);
        return await WebexBench.StartAsync(new Dictionary<string, string?> { ["Webex:AccessTokenFile"] = file }, Answer.Json(Samples.Person));
    }

    private static IEnumerable<string> Sent(WebexBench bench) => bench.Server.Requests.Select(request => request.Headers.Authorization.ToString());
}
