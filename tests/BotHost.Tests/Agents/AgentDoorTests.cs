using System.Net;
using System.Text;
using System.Text.Json;
using BotHost.Testing;
using BotHost.Tests.Operations;

namespace BotHost.Tests.Agents;

/// <summary>Who gets in at <c>/mcp</c>, and what the others are told.</summary>
public sealed class AgentDoorTests
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_key_the_way_to_one_is_told()
    {
        await using var bench = await AgentBench.StartAsync([("Agents:OAuth:Issuer", "https://login.example.com"), ("Agents:OAuth:Scopes", "webex")]);
        await bench.AddAgentAsync();

        foreach (var authorization in new[] { null, "Bearer ", "Bearer bothost_" + new string('a', 55), "Basic YTpi", "bothost_" + new string('a', 55) })
        {
            var answer = await PostAsync(bench.Address, authorization);
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
            var metadata = new Uri(bench.Bot.Address, "/.well-known/oauth-protected-resource/mcp");
            answer.Header("WWW-Authenticate").ShouldBe($"Bearer resource_metadata=\"{metadata}\"");
        }

        using var http = new HttpClient();
        foreach (var path in new[] { "/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp" })
        {
            var document = JsonElement.Parse(await http.GetStringAsync(new Uri(bench.Bot.Address, path), Cancelled));
            document.GetProperty("resource").GetString().ShouldBe(bench.Address.ToString());
            document.GetProperty("authorization_servers")[0].GetString().ShouldBe("https://login.example.com");
            document.GetProperty("scopes_supported")[0].GetString().ShouldBe("webex");
            document.GetProperty("bearer_methods_supported")[0].GetString().ShouldBe("header");
        }
    }

    [Fact]
    public async Task With_a_key_it_opens_and_another_page_or_a_large_body_does_not_get_in()
    {
        await using var bench = await AgentBench.StartAsync([("Agents:Origins", "https://app.example.com"), ("Agents:MaxFileBytes", "1")]);
        var bearer = "Bearer " + await bench.AddAgentAsync();

        (await PostAsync(bench.Address, bearer)).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(bench.Address, bearer, origin: "https://app.example.com")).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(bench.Address, bearer, origin: "http://localhost:6274")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var origin in new[] { "http://evil.example.com", "https://app.example.com.evil.example", "null", "https://app.example.com:8443" })
            (await PostAsync(bench.Address, bearer, origin: origin)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(bench.Address, bearer, body: Initialize.Replace("test", new string('a', 300_000), StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_session_is_that_agents_and_ends_with_its_key()
    {
        await using var bench = await AgentBench.StartAsync();
        var (one, other) = (await bench.AddAgentAsync("one"), await bench.AddAgentAsync("other"));
        var session = (await PostAsync(bench.Address, "Bearer " + one)).Header("Mcp-Session-Id");
        const string list = """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""";

        (await PostAsync(bench.Address, "Bearer " + one, body: list, session: session)).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(bench.Address, "Bearer " + other, body: list, session: session)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await bench.OperateAsync("agent key revoke", ("key", one.Substring("bothost_".Length, 12)));
        (await PostAsync(bench.Address, "Bearer " + one, body: list, session: session)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task There_is_no_such_place_unless_it_is_enabled_nor_at_the_operators_listener()
    {
        await using var off = await TestBot.StartAsync(cancellationToken: Cancelled);
        (await PostAsync(new Uri(off.Address, "/mcp"), "Bearer x")).Status.ShouldBe(HttpStatusCode.NotFound);

        await using var bench = await AgentBench.StartAsync(Operator.Settings);
        using var op = new Operator(bench.Bot);
        (await PostAsync(new Uri(op.Address, "/mcp"), "Bearer " + await bench.AddAgentAsync())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_sessions_every_request_stands_alone()
    {
        await using var bench = await AgentBench.StartAsync([("Agents:Sessions", "false")]);
        var key = await bench.AddAgentAsync();

        (await PostAsync(bench.Address, "Bearer " + key)).Header("Mcp-Session-Id").ShouldBeNull();
        foreach (var revision in new[] { null, AgentBench.WithSessions })
            (await (await bench.ConnectAsync(key, revision)).CallAsync("webex-get-me")).Data().GetProperty("emails")[0].GetString().ShouldBe(TestBot.BotEmail);
    }

    private static async Task<DoorAnswer> PostAsync(Uri address, string? authorization, string body = Initialize, string? origin = null, string? session = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in new[] { ("Accept", "application/json, text/event-stream"), ("Authorization", authorization), ("Origin", origin), ("Mcp-Session-Id", session) })
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        return new DoorAnswer(response.StatusCode, response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    private sealed record DoorAnswer(HttpStatusCode Status, Dictionary<string, string> Headers)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
