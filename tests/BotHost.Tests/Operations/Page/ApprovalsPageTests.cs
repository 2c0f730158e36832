using BotHost.Tests.Agents;
using BotHost.Tests.Storage;
using Microsoft.Playwright;

namespace BotHost.Tests.Operations;

/// <summary>What waits for a person's yes, an operator may decide too.</summary>
public sealed class ApprovalsPageTests
{
    [Theory(Timeout = 120_000)]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task A_call_that_waits_is_seen_and_approved_or_turned_down(string provider)
    {
        using var store = await TestStore.NewAsync(provider, TestContext.Current.CancellationToken);
        await using var bench = await PageBench.StartAsync([("Agents:WaitForPeople", "00:00:30"), .. store.Settings]);
        var key = await bench.Agents.AddAgentAsync(narrowed: [("approval", "webex-create-message"), ("approvers", "bob@example.com")]);
        var agent = await bench.Agents.ConnectAsync(key);
        await using var tab = await bench.OpenAsync();
        await tab.GoAsync(bench.Front + "/page/approvals");
        (await tab.TextAsync()).ShouldContain("Nobody was asked anything");

        var first = PostAsync("We are on it.");
        // It shows by itself.
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Approve request 1" }).ClickAsync();
        (await first).IsError.ShouldNotBe(true);
        (await tab.TextAsync()).ShouldContain("Request 1 is approved");
        var second = PostAsync("And again.");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Deny request 2" }).ClickAsync();
        (await second).Problem().ShouldContain("said no");
        await tab.Page.GetByText("used").WaitForAsync();
        tab.Complaints.ShouldBeEmpty();

        await tab.GoAsync(bench.Front + "/page/audit");
        var told = await tab.TextAsync();
        told.ShouldContain("Agent triage posted a message to Plans");
        told.ShouldContain("approved by admin");
        (await bench.Agents.Alice.MessagesAsync(bench.Agents.Room, TestContext.Current.CancellationToken)).Select(message => message.Text).ShouldNotContain("And again.");
        using var op = new Operator(bench.Bot);
        (await op.TypeAsync("approval", "approve", "2")).Errors.ShouldContain("Request 2 was answered already");
        (await op.TypeAsync("approval", "deny", "99")).Errors.ShouldContain("There is no call that waits as request 99");
        (await op.TypeAsync("audit", "verify")).Code.ShouldBe(0);

        Task<ModelContextProtocol.Protocol.CallToolResult> PostAsync(string text) => agent.CallAsync("webex-create-message", new { roomId = bench.Agents.Room, text });
    }
}
