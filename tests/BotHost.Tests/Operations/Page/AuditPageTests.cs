using BotHost.Access;
using BotHost.Tests.Access;
using BotHost.Tests.Agents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace BotHost.Tests.Operations;

/// <summary>What agents do is seen while they do it, and what strangers call things is shown and never obeyed.</summary>
public sealed class AuditPageTests
{
    private const string Nasty = "<script>document.title='taken'</script>\"'><img src=x onerror=alert(1)>";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task It_tells_by_itself_what_agents_do()
    {
        await using var bench = await PageBench.StartAsync();
        var agent = await bench.Agents.ConnectAsync(await bench.Agents.AddAgentAsync());
        await using var tab = await bench.OpenAsync();
        await tab.GoAsync(bench.Front + "/page/audit");
        (await tab.TextAsync()).ShouldContain("No such calls");

        await agent.CallAsync("webex-create-message", new { roomId = bench.Agents.Room, text = "Hello." });

        await tab.Page.GetByText("Agent triage posted a message to Plans").WaitForAsync();
        (await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe("Live");
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact(Timeout = 120_000)]
    public async Task It_is_filtered_by_agent_verdict_resource_and_time()
    {
        await using var bench = await PageBench.StartAsync();
        await bench.Agents.AddAgentAsync();
        await bench.Agents.AddAgentAsync("other");
        var audit = bench.Bot.Host.Services.GetRequiredService<AgentAudit>();
        await audit.DecidedAsync(AuditBench.Call(AuditBench.Denied), null, Cancelled);
        await audit.DecidedAsync(AuditBench.Call() with { Agent = "other" }, null, Cancelled);
        await using var tab = await bench.OpenAsync();
        await tab.GoAsync(bench.Front + "/page/audit");

        (await ShownAsync()).ShouldBe((true, true));
        (await ShownAsync(("Agent", "other"))).ShouldBe((false, true));
        (await ShownAsync(("Agent", ""), ("Verdict", "denied"))).ShouldBe((true, false));
        (await ShownAsync(("Verdict", ""), ("Resource", "spaces"))).ShouldBe((false, false));
        (await ShownAsync(("Resource", "messages"))).ShouldBe((true, true));
        await tab.Page.GetByLabel("Since (UTC)").FillAsync("2999-01-01T00:00");
        (await ShownAsync()).ShouldBe((false, false));
        tab.Complaints.ShouldBeEmpty();

        async Task<(bool First, bool Second)> ShownAsync(params (string Label, string Value)[] filters)
        {
            foreach (var (label, value) in filters)
                await tab.Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(value);
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
            var text = await tab.Page.InnerTextAsync("#rows");
            return (text.Contains("Agent triage"), text.Contains("Agent other"));
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task What_strangers_call_things_is_shown_as_they_wrote_it_and_runs_nowhere()
    {
        await using var bench = await PageBench.StartAsync();
        await bench.Agents.AddAgentAsync(level: null);
        await bench.Agents.OperateAsync("agent add", ("agent", "other"), ("identity", "service:" + Nasty));
        await bench.Agents.OperateAsync("agent grant", ("agent", "other"), ("name", "x"), ("resources", "messages"), ("level", "read"), ("spaces", "0123456789abcdef\"'><script>alert(1)</script>"));
        var audit = bench.Bot.Host.Services.GetRequiredService<AgentAudit>();
        await audit.DecidedAsync(AuditBench.Call(AuditBench.Denied) with { Agent = Nasty, Title = Nasty }, null, Cancelled);
        await using var tab = await bench.OpenAsync();

        (await tab.TextAsync()).ShouldContain(Nasty);
        await tab.GoAsync(bench.Front + "/page/agent/other");
        (await tab.TextAsync()).ShouldContain("in the space 0123456789abcdef\"'><script>alert(1)</script>");
        await tab.GoAsync(bench.Front + "/page/audit");
        (await tab.TextAsync()).ShouldContain($"Agent {Nasty} was refused to post a message to {Nasty}");
        await tab.GoAsync(bench.Front + "/page/agent/" + Uri.EscapeDataString("<script>alert(1)"));
        (await tab.TextAsync()).ShouldContain("There is no agent '<script>alert(1)'");
        await tab.GoAsync(bench.Front + "/page/audit?since=" + Uri.EscapeDataString(Nasty));
        (await tab.TextAsync()).ShouldContain($"'{Nasty}' is not a time");
        (await tab.TitleAsync()).ShouldStartWith("Audit");
        // Of the page of the agent that is none.
        tab.Complaints.ShouldHaveSingleItem().ShouldContain("404");
    }
}
