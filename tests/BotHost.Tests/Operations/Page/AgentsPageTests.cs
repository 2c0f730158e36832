using System.Text.RegularExpressions;
using BotHost.Access;
using BotHost.Tests.Agents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace BotHost.Tests.Operations;

/// <summary>An operator clicks, and for the agents it counts at once.</summary>
public sealed class AgentsPageTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task What_is_clicked_in_the_matrix_counts_for_the_next_call()
    {
        await using var bench = await PageBench.StartAsync();
        var key = await bench.Agents.AddAgentAsync(level: null);
        var agent = await bench.Agents.ConnectAsync(key);
        await using var tab = await bench.OpenAsync();

        await ClickAsync("use");
        (await PostAsync()).IsError.ShouldNotBe(true);
        (await PressedAsync()).ShouldBe("use");
        (await tab.TextAsync()).ShouldContain("triage is given matrix-messages from now on");
        await tab.Page.ReloadAsync();
        (await tab.TextAsync()).ShouldNotContain("from now on");
        await ClickAsync("read");
        (await PostAsync()).Problem().ShouldContain("covers writing messages");
        await ClickAsync("full");
        (await PostAsync()).IsError.ShouldNotBe(true);
        await ClickAsync("off");
        (await PostAsync()).Problem().ShouldContain("denied by grant matrix-messages");
        (await PressedAsync()).ShouldBe("off");
        tab.Complaints.ShouldBeEmpty();

        Task ClickAsync(string level) => tab.Page.GetByRole(AriaRole.Button, new() { Name = level + ": messages of triage" }).ClickAsync();

        Task<ModelContextProtocol.Protocol.CallToolResult> PostAsync() => agent.CallAsync("webex-create-message", new { roomId = bench.Agents.Room, text = "Hello." });

        async Task<string> PressedAsync() => await tab.Page.Locator("button[aria-pressed=true][title$=': messages of triage']").InnerTextAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task One_agent_is_stopped_and_all_of_them_are()
    {
        await using var bench = await PageBench.StartAsync();
        var agent = await bench.Agents.ConnectAsync(await bench.Agents.AddAgentAsync());
        await using var tab = await bench.OpenAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Stop all agents" }).ClickAsync();
        (await tab.TextAsync()).ShouldContain("All agents are stopped. None may do anything");
        (await ReadAsync()).Problem().ShouldContain("all agents are stopped");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Let agents in again" }).ClickAsync();
        (await ReadAsync()).IsError.ShouldNotBe(true);

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "triage" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Stop triage" }).ClickAsync();
        (await ReadAsync()).Problem().ShouldContain("triage is stopped");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Start triage" }).ClickAsync();
        (await ReadAsync()).IsError.ShouldNotBe(true);
        tab.Complaints.ShouldBeEmpty();

        Task<ModelContextProtocol.Protocol.CallToolResult> ReadAsync() => agent.CallAsync("webex-get-space", new { roomId = bench.Agents.Room });
    }

    [Fact(Timeout = 120_000)]
    public async Task A_new_key_is_shown_once_and_counts_until_it_is_revoked()
    {
        await using var bench = await PageBench.StartAsync();
        await using var tab = await bench.OpenAsync();
        var agents = bench.Bot.Host.Services.GetRequiredService<AgentDirectory>();

        await tab.Page.GetByLabel("Name").FillAsync("triage");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        (await tab.TextAsync()).ShouldContain("triage is known, acts as bot, and may do nothing yet");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "triage" }).ClickAsync();
        await tab.Page.GetByLabel("Ends after so many days").FillAsync("30");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).ClickAsync();
        var key = await tab.Page.GetByLabel("Key", new() { Exact = true }).InputValueAsync();
        (await agents.AuthenticateAsync(key, Cancelled)).ShouldNotBeNull().Name.ShouldBe("triage");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "I have copied it" }).ClickAsync();
        (await tab.Page.ContentAsync()).ShouldNotContain(key);
        (await tab.Page.ContentAsync()).ShouldContain(AgentKey.IdIn(key)!);
        await tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Rotate") }).ClickAsync();
        var rotated = await tab.Page.GetByLabel("Key", new() { Exact = true }).InputValueAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "I have copied it" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke " + AgentKey.IdIn(rotated) }).ClickAsync();
        (await agents.AuthenticateAsync(rotated, Cancelled)).ShouldBeNull();
        (await agents.AuthenticateAsync(key, Cancelled)).ShouldNotBeNull();
        bench.Bot.Log.ShouldNotContain(line => line.Message.Contains(key) || line.Message.Contains(rotated));
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_narrowed_grant_is_given_by_a_form_told_in_words_and_taken_back()
    {
        await using var bench = await PageBench.StartAsync();
        await bench.Agents.AddAgentAsync(level: null);
        await using var tab = await bench.OpenAsync();
        await tab.GoAsync(bench.Front + "/page/agent/triage");

        await tab.Page.GetByText("Give or refuse something narrower").ClickAsync();
        var form = tab.Page.Locator("form", new() { HasText = "A grant of triage" });
        await form.GetByLabel("Name").FillAsync("on-call");
        await form.GetByLabel("Level").SelectOptionAsync("use");
        await form.GetByLabel("messages").CheckAsync();
        await form.GetByLabel("May write to").FillAsync("@example.com");
        await form.GetByLabel("Times a day").FillAsync("20");
        await form.GetByRole(AriaRole.Button, new() { Name = "Give it" }).ClickAsync();
        (await tab.TextAsync()).ShouldContain("written to @example.com only; at most 20 times a day");
        (await tab.TextAsync()).ShouldContain("use narrowed by on-call");

        (await tab.Page.Locator("button[title='off: messages of triage']").GetAttributeAsync("aria-pressed")).ShouldBe("true");
        (await tab.Page.Locator("button[title='use: messages of triage']").GetAttributeAsync("aria-pressed")).ShouldBe("mixed");

        // What is wrong is told, and the browser goes back to what was typed.
        await tab.Page.GetByText("Give or refuse something narrower").ClickAsync();
        await form.GetByLabel("Name").FillAsync("wrong");
        await form.GetByRole(AriaRole.Button, new() { Name = "Give it" }).ClickAsync();
        (await tab.TextAsync()).ShouldContain("has no Resources");
        await tab.Page.GoBackAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Take back on-call" }).ClickAsync();
        bench.Find("triage")!.Grants.ShouldBeEmpty();
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_scripts_all_of_it_works()
    {
        await using var bench = await PageBench.StartAsync();
        await bench.Agents.AddAgentAsync(level: null);
        await using var tab = await bench.OpenAsync();
        await tab.Page.RouteAsync("**/*.js", route => route.AbortAsync());

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "read: spaces of triage" }).ClickAsync();
        bench.Find("triage")!.Grants.ShouldHaveSingleItem().ToString().ShouldContain("matrix-spaces");
        await tab.GoAsync(bench.Front + "/page/audit");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        (await tab.TextAsync()).ShouldContain("No such calls");
    }
}
