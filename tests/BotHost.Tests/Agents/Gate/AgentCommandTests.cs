using System.Net;
using BotHost.Access;
using BotHost.Operations;
using BotHost.Testing;
using BotHost.Tests.Operations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Agents.Gate;

/// <summary>Operators give agents access to a host that runs, over HTTP and in a terminal.</summary>
public sealed class AgentCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_is_made_known_given_something_stopped_and_removed()
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var (directory, gate) = (bot.Host.Services.GetRequiredService<AgentDirectory>(), bot.Host.Services.GetRequiredService<AgentGate>());
        var call = new AgentCall("webex-create-message", AgentResource.Messages, AgentLevel.Use) { Room = new RoomId(World.Ops) };

        await DoAsync("agent/add?agent=triage&identity=bot");
        var (_, made) = await op.AskAsync(HttpMethod.Post, "agent/key/new?agent=triage&days=30");
        var key = made.GetProperty("key")[0].GetProperty("key").GetString()!;
        var agent = (await directory.AuthenticateAsync(key, Cancelled)).ShouldNotBeNull();
        (await DecideAsync()).ShouldBe(AgentVerdict.Denied);

        await DoAsync("agent/grant?agent=triage&name=posting&resources=messages&level=use&spaces=" + World.Ops);
        (await DecideAsync()).ShouldBe(AgentVerdict.Allowed);
        await DoAsync("agent/deny?agent=triage&name=no&resources=messages;spaces");
        (await DecideAsync()).ShouldBe(AgentVerdict.Denied);
        await DoAsync("agent/revoke?agent=triage&name=no");
        (await DecideAsync()).ShouldBe(AgentVerdict.Allowed);
        await DoAsync("agents/stop?");
        (await DecideAsync()).ShouldBe(AgentVerdict.Denied);
        await DoAsync("agents/start?");
        await DoAsync("agent/stop?agent=triage");
        (await DecideAsync()).ShouldBe(AgentVerdict.Denied);
        var shown = (await op.AskAsync(HttpMethod.Get, "agent/show?agent=triage")).Json;
        shown.GetProperty("sentence").GetString().ShouldBe("It is stopped. To start it: agent start triage");
        shown.GetProperty("grants")[0].GetProperty("only").GetString().ShouldBe("spaces " + World.Ops);
        shown.ToString().ShouldNotContain(key);
        await DoAsync("agent/start?agent=triage");
        (await DecideAsync()).ShouldBe(AgentVerdict.Allowed);

        var id = shown.GetProperty("keys")[0].GetProperty("key").GetString()!;
        var (_, rotated) = await op.AskAsync(HttpMethod.Post, $"agent/key/rotate?key={id}&hours=2");
        (await directory.AuthenticateAsync(rotated.GetProperty("key")[0].GetProperty("key").GetString()!, Cancelled)).ShouldNotBeNull();
        (await directory.AuthenticateAsync(key, Cancelled)).ShouldNotBeNull();
        await DoAsync($"agent/key/revoke?key={id}");
        (await directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull();
        (await op.AskAsync(HttpMethod.Get, "agent/key/list?agent=triage")).Json.GetProperty("keys").GetArrayLength().ShouldBe(1);

        await DoAsync("agent/remove?agent=triage");
        (await DecideAsync()).ShouldBe(AgentVerdict.Denied);
        bot.Log.ShouldNotContain(line => line.Message.Contains(key));

        async Task DoAsync(string path) => (await op.AskAsync(HttpMethod.Post, path)).Status.ShouldBe(HttpStatusCode.OK, path);

        async Task<AgentVerdict> DecideAsync() => (await gate.DecideAsync(agent, call, new World(), Cancelled)).Verdict;
    }

    [Fact]
    public async Task The_same_in_a_terminal_with_words_that_say_what_is_wrong()
    {
        await using var bot = await TestBot.StartAsync(
            settings: [.. Operator.Settings, ("Agents:Named:fixed:Identity", "bot"), ("Agents:Named:fixed:Grants:reading:Resources", "messages"), ("Agents:Named:fixed:Grants:reading:Level", "read")],
            cancellationToken: Cancelled);
        using var op = new Operator(bot);

        (await op.TypeAsync("agent", "add", "triage", "--identity", "bot")).Code.ShouldBe(0);
        (await op.TypeAsync("agent", "key", "new", "triage")).Output.ShouldContain("bothost_");
        (await op.TypeAsync("agent", "list")).Output.ShouldContain("fixed   bot       settings  on     1");
        (await op.TypeAsync("agent", "grant", "fixed", "--name", "more", "--resources", "messages", "--level", "use", "--write-to", "spaces")).Code.ShouldBe(0);
        (await op.TypeAsync("agent", "show", "fixed")).Output.ShouldContain("more     store     use    messages   write-to spaces");

        await FailsAsync("There is an agent triage already", "agent", "add", "triage", "--identity", "bot");
        await FailsAsync("stands in the settings already", "agent", "add", "fixed", "--identity", "bot");
        await FailsAsync("is no name", "agent", "add", "Triage", "--identity", "bot");
        await FailsAsync("Say as whom it acts", "agent", "add", "new", "--identity", "me");
        await FailsAsync("There is no agent 'ghost'", "agent", "stop", "ghost");
        await FailsAsync("stands in the settings, and is changed there", "agent", "grant", "fixed", "--name", "reading", "--resources", "messages", "--level", "full");
        await FailsAsync("stands in the settings, and is taken away there", "agent", "revoke", "fixed", "--name", "reading");
        await FailsAsync("To switch it off at once: agent stop fixed", "agent", "remove", "fixed");
        await FailsAsync("has the resource 'mail'", "agent", "grant", "triage", "--name", "x", "--resources", "mail", "--level", "use");
        await FailsAsync("--name", "agent", "grant", "triage", "--resources", "spaces", "--level", "read");
        await FailsAsync("has no grant 'x'", "agent", "revoke", "triage", "--name", "x");
        await FailsAsync("its id, not the key itself", "agent", "key", "revoke", "nothing");
        await FailsAsync("does not know 'level'", "agent", "deny", "triage", "--level", "full");

        async Task FailsAsync(string part, params string[] words)
        {
            var (code, _, errors) = await op.TypeAsync(words);
            code.ShouldBe(1);
            errors.ShouldContain(part);
        }
    }

    [Fact]
    public async Task A_host_does_not_start_with_agents_that_cannot_be_and_says_all_that_is_wrong()
    {
        var wrong = await Should.ThrowAsync<OptionsValidationException>(async () => await TestBot.StartAsync(
            settings:
            [
                ("Agents:Named:Bad Name:Identity", "bot"), ("Agents:Named:triage:Identity", "me"), ("Agents:Named:triage:Grants:all:Resources", "everything"),
                ("Agents:Named:triage:Grants:all:Level", "most"), ("Agents:PerMinute", "-1"), ("Agents:OAuth:Issuer", "http://login.example.com"),
            ],
            cancellationToken: Cancelled));

        foreach (var part in new[] { "'Bad Name' is no name", "Agents:Named:triage:Identity is 'me'", "Agents:Named:triage:Grants:all has the resource 'everything'", "Level 'most'", "Agents:PerMinute", "Agents:OAuth:Issuer" })
            wrong.Message.ShouldContain(part);
    }

    [Fact]
    public async Task A_host_does_not_start_with_agents_that_act_as_whom_it_has_no_token_for()
    {
        var problem = await Should.ThrowAsync<StartupException>(async () => await TestBot.StartAsync(
            settings: [("Agents:Named:triage:Identity", "service:reports"), ("Agents:Named:fine:Identity", "bot")], cancellationToken: Cancelled));

        problem.Message.ShouldContain("Agents:Named:triage:Identity is service:reports");
        problem.Message.ShouldNotContain("fine");
    }

    [Fact]
    public async Task A_host_with_an_agent_of_the_settings_restarts_and_keeps_its_switch_thrown()
    {
        await using var bot = await TestBot.StartAsync(settings: [.. Operator.Settings, ("Agents:Named:triage:Identity", "bot")], cancellationToken: Cancelled);
        using (var op = new Operator(bot))
            (await op.AskAsync(HttpMethod.Post, "agent/stop?agent=triage")).Status.ShouldBe(HttpStatusCode.OK);

        await bot.RestartAsync(Cancelled);

        bot.Host.Services.GetRequiredService<AgentDirectory>().Find("triage")!.IsStopped.ShouldBeTrue();
    }
}
