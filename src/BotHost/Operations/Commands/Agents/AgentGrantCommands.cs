using System.Text.Json;
using BotHost.Access;

namespace BotHost.Operations;

/// <summary>Commands about what agents are given and refused.</summary>
internal sealed class AgentGrantCommands(AgentChanges changes)
{
    private static readonly AdminOption[] Narrowings =
    [
        ("spaces", "ids"), ("teams", "ids"), ("domains", "list"), ("write-to", "list"), ("commands", "list"), ("hours", "from-to"), ("days", "mon-fri"), ("zone", "area/city"),
    ];

    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Change<AgentGrantCommands>("agent grant", "agent", "gives it something; what has this name already, anew", c => c.GrantAsync,
            [("name", "word"), ("resources", "list"), ("level", "read/use/full"), .. Narrowings, ("per-minute", "number"), ("per-day", "number"), ("approval", "list"), ("approvers", "list")]),
        AdminCommand.Change<AgentGrantCommands>("agent deny", "agent", "refuses it something, whatever else it is given", c => c.DenyAsync, [("name", "word"), ("resources", "list"), .. Narrowings]),
        AdminCommand.Change<AgentGrantCommands>("agent revoke", "agent", "takes a grant or a refusal back, at once", c => c.RevokeAsync, ("name", "word")),
    ];

    private Task<AdminAnswer> GrantAsync(AdminCall call, CancellationToken cancellationToken) => GiveAsync(call, "agent grant", call["level"], cancellationToken);

    private Task<AdminAnswer> DenyAsync(AdminCall call, CancellationToken cancellationToken) => GiveAsync(call, "agent deny", AgentWords.Of(AgentLevel.Off), cancellationToken);

    private Task<AdminAnswer> GiveAsync(AdminCall call, string action, string? level, CancellationToken cancellationToken)
    {
        if (call["name"] is not { Length: > 0 })
            return Task.FromResult(AdminAnswer.BadInput("Say what it is to be called, so that it can be changed and taken back: --name reading"));
        if (new[] { "per-minute", "per-day" }.FirstOrDefault(limit => call[limit] is not null && call.Number(limit) is null or > int.MaxValue) is { } wrong)
            return Task.FromResult(AdminAnswer.BadInput($"'{call[wrong]}' is no number that --{wrong} takes."));
        var said = new AgentGrantSettings
        {
            Resources = call["resources"], Level = level, Spaces = call["spaces"], Teams = call["teams"], Domains = call["domains"], WriteTo = call["write-to"],
            Commands = call["commands"], Hours = call["hours"], Days = call["days"], Zone = call["zone"], PerMinute = (int?)call.Number("per-minute"), PerDay = (int?)call.Number("per-day"),
            Approval = call["approval"], Approvers = call["approvers"],
        };
        var (agent, name) = (call["agent"]!, call["name"] ?? "");
        var (grant, problems) = AgentGrantReader.Read(name, said);
        if (grant is null)
            return Task.FromResult(AdminAnswer.BadInput(string.Join(' ', problems.Select(problem => $"The grant '{name}' {problem}"))));

        return changes.OnAgentAsync(call, action, (_, known) => InSettings(known, name, "changed"), (session, now) =>
        {
            AgentLedger.Grant(session, new StoredGrant { Agent = agent, Name = name, Rule = JsonSerializer.Serialize(said), AddedAt = now });
            return AdminAnswer.Done($"{agent} is {(grant.IsDeny ? "refused" : "given")} {name} from now on, on every host. To take it back: agent revoke {agent} --name {name}");
        }, cancellationToken);
    }

    private Task<AdminAnswer> RevokeAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var (agent, name) = (call["agent"]!, call["name"] ?? "");
        return changes.OnAgentAsync(call, "agent revoke", (_, known) => InSettings(known, name, "taken away"), (session, _) => AgentLedger.Revoke(session, agent, name)
            ? AdminAnswer.Done($"{name} of {agent} counts no more, on any host.")
            : AdminAnswer.NotFound($"{agent} has no grant '{name}'. Take one from `agent show {agent}`, and say: --name <grant>"), cancellationToken);
    }

    private static string? InSettings(AgentProfile agent, string grant, string what) =>
        agent.Grants.Any(known => known.Name == grant && known.IsConfigured) ? $"{grant} of {agent.Name} stands in the settings, and is {what} there." : null;
}
