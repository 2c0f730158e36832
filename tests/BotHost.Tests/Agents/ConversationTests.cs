using BotHost.Access;
using BotHost.Testing;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace BotHost.Tests.Agents;

/// <summary>A client of the protocol's C# library talks with the host, in a session and without.</summary>
public sealed class ConversationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(AgentBench.WithSessions)]
    [InlineData("2025-06-18")]
    [InlineData("2025-03-26")]
    public async Task It_looks_around_posts_and_reads_it_back(string? revision)
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync(), revision);

        client.ServerInstructions!.ShouldContain("untrusted");
        (await client.ListToolsAsync(cancellationToken: Cancelled)).Select(tool => tool.Name).ShouldContain("webex-create-message");
        var space = (await client.CallAsync("webex-search-spaces", new { title = "plan" })).Data().GetProperty("spaces")[0];
        space.Id().ShouldBe(bench.Room);
        var posted = (await client.CallAsync("webex-create-message", new { roomId = bench.Room, markdown = "**done**" })).Data();
        (await client.CallAsync("webex-get-message", new { messageId = posted.Id() })).Data().GetProperty("markdown").GetString().ShouldBe("**done**");
        (await bench.Alice.MessagesAsync(bench.Room, Cancelled))[0].Text.ShouldBe("done");

        var row = bench.Decisions().Single(entry => entry.Row.Tool == "webex-create-message");
        row.Row.ShouldSatisfyAllConditions(one => one.Agent.ShouldBe("triage"), one => one.Verdict.ShouldBe("Allowed"), one => one.GrantName.ShouldBe("given"), one => one.Room.ShouldBe(bench.Room));
        row.Details!.Title.ShouldBe("Plans");
        row.Outcome!.Outcome.ShouldBe(nameof(AuditOutcome.Done));
    }

    [Fact]
    public async Task What_can_be_read_by_address_is_judged_as_the_tool_is()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync(resources: "spaces", level: "read"));

        (await client.ListResourcesAsync(cancellationToken: Cancelled)).Select(one => one.Uri).ShouldBe(["webex://spaces"]);
        (await client.ListResourceTemplatesAsync(cancellationToken: Cancelled)).Select(one => one.UriTemplate).ShouldBe(["webex://spaces/{roomId}"]);
        var text = (await client.ReadResourceAsync($"webex://spaces/{bench.Room}", cancellationToken: Cancelled)).Contents.OfType<TextResourceContents>().Single().Text;
        text.ShouldContain("Plans");
        text.ShouldContain("untrusted");
        (await Should.ThrowAsync<McpException>(async () => await client.ReadResourceAsync($"webex://spaces/{bench.Room}/messages", cancellationToken: Cancelled))).Message.ShouldContain("Not allowed");
        await Should.ThrowAsync<McpException>(async () => await client.ReadResourceAsync("webex://nonsense", cancellationToken: Cancelled));

        bench.Decisions().Select(entry => (entry.Row.Tool, entry.Row.Verdict)).ShouldBe([("webex-get-space", "Allowed"), ("webex-get-message", "Denied")]);
    }

    [Fact]
    public async Task Prompts_say_how_and_want_their_arguments()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());

        (await client.ListPromptsAsync(cancellationToken: Cancelled)).Select(prompt => prompt.Name).ShouldBe(["summarise-space", "draft-reply", "catch-up"]);
        var prompt = await client.GetPromptAsync("summarise-space", new Dictionary<string, object?> { ["space"] = "Plans", ["since"] = "yesterday" }, cancellationToken: Cancelled);
        ((TextContentBlock)prompt.Messages.Single().Content).Text.ShouldContain("\"Plans\" since yesterday");
        (await Should.ThrowAsync<McpException>(async () => await client.GetPromptAsync("draft-reply", cancellationToken: Cancelled))).Message.ShouldContain("'space' is missing");
    }

    [Fact]
    public async Task A_session_is_told_when_what_it_may_do_changes()
    {
        await using var bench = await AgentBench.StartAsync();
        var told = new TaskCompletionSource();
        var key = await bench.AddAgentAsync(resources: "spaces", level: "read");
        var client = await bench.ConnectAsync(key, AgentBench.WithSessions, options => options.Handlers.NotificationHandlers =
        [
            new(NotificationMethods.ToolListChangedNotification, (_, _) =>
            {
                told.TrySetResult();
                return default;
            }),
        ]);
        (await client.ListToolsAsync(cancellationToken: Cancelled)).ShouldNotContain(tool => tool.Name == "webex-create-message");

        await bench.OperateAsync("agent grant", ("agent", "triage"), ("name", "more"), ("resources", "messages"), ("level", "use"));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);

        (await client.ListToolsAsync(cancellationToken: Cancelled)).ShouldContain(tool => tool.Name == "webex-create-message");
    }

    [Fact]
    public async Task Who_lost_the_connection_goes_on_in_the_same_session()
    {
        await using var bench = await AgentBench.StartAsync();
        var key = await bench.AddAgentAsync();
        var first = await bench.ConnectAsync(key, AgentBench.WithSessions);
        (await first.CallAsync("webex-get-me")).Data();

        await using var transport = bench.Transport(key, first.SessionId);
        await using var again = await McpClient.ResumeSessionAsync(
            transport, new ResumeClientSessionOptions { ServerCapabilities = first.ServerCapabilities!, ServerInfo = first.ServerInfo!, NegotiatedProtocolVersion = first.NegotiatedProtocolVersion! },
            cancellationToken: Cancelled);

        again.SessionId.ShouldBe(first.SessionId);
        (await again.CallAsync("webex-get-me")).Data().GetProperty("emails")[0].GetString().ShouldBe(TestBot.BotEmail);
        bench.Decisions().Select(entry => entry.Row.Session).Distinct().ShouldBe([first.SessionId]);
    }
}
