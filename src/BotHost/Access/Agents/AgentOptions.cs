namespace BotHost.Access;

/// <summary>Which AI agents there are and what each may do. Section <c>Agents</c>. Others are kept in the store, by the command <c>agent add</c>.</summary>
public sealed class AgentOptions
{
    /// <summary>How often a minute an agent may call that does not say, 0 to 6000; each host counts for itself. Default 60; 0 is without end.</summary>
    public int PerMinute { get; set; } = 60;

    /// <summary>How often a day, UTC, on all hosts together, 0 to 1,000,000. Default 5000; 0 is without end.</summary>
    public int PerDay { get; set; } = 5000;

    /// <summary>
    /// How often a minute an agent may be refused, 0 to 6000; each host counts for itself. Past it, all its calls are answered at once for the rest of the minute, and the audit tells how many
    /// they were. Default 30; 0 is without end.
    /// </summary>
    public int RefusalsPerMinute { get; set; } = 30;

    /// <summary>The agents, by name: lower case letters, digits, hyphens. Default none.</summary>
    public Dictionary<string, AgentSettings> Named { get; set; } = [];

    /// <summary>Whose bearer tokens are taken, beside this host's own keys. Default nobody's.</summary>
    public AgentOAuthOptions OAuth { get; set; } = new();
}

/// <summary>One agent. Section <c>Agents:Named:…</c>.</summary>
public sealed class AgentSettings
{
    /// <summary>As whom it acts at Webex: <c>bot</c>, <c>person:&lt;id&gt;</c>, <c>service:&lt;name&gt;</c>. No default: it must be given.</summary>
    public string? Identity { get; set; }

    /// <summary>What the claim that <see cref="AgentOAuthOptions.Claim"/> names says for this agent, exactly. Default none: it comes with a key.</summary>
    public string? Subject { get; set; }

    /// <summary>How often a minute it may call; default <see cref="AgentOptions.PerMinute"/>.</summary>
    public int? PerMinute { get; set; }

    /// <summary>How often a day it may call; default <see cref="AgentOptions.PerDay"/>.</summary>
    public int? PerDay { get; set; }

    /// <summary>What it may do, each under a name. Default nothing.</summary>
    public Dictionary<string, AgentGrantSettings> Grants { get; set; } = [];
}

/// <summary>A grant as it is written: in settings, on a command line, in the store. Lists are one string with <c>;</c> between.</summary>
public sealed class AgentGrantSettings
{
    /// <summary>
    /// What it is about: <c>messages</c>, <c>spaces</c>, <c>memberships</c>, <c>people</c>, <c>teams</c>, <c>team-memberships</c>, <c>meetings</c>,
    /// <c>webhooks</c>, <c>events</c>, <c>commands</c>, <c>host</c>.
    /// </summary>
    public string? Resources { get; set; }

    /// <summary><c>read</c>, <c>use</c>, <c>full</c>; or <c>off</c>, which no other grant overrides.</summary>
    public string? Level { get; set; }

    /// <summary>Only in these spaces: ids.</summary>
    public string? Spaces { get; set; }

    /// <summary>Only these teams and their spaces: ids.</summary>
    public string? Teams { get; set; }

    /// <summary>Only where the people concerned have addresses of these domains, whole.</summary>
    public string? Domains { get; set; }

    /// <summary>Who may be written to: <c>anybody</c>, the default; or of <c>spaces</c>, person ids, addresses and <c>@example.com</c> as many as wanted.</summary>
    public string? WriteTo { get; set; }

    /// <summary>The bot's commands that may be run, by their words: <c>ping;space list</c>. Default none.</summary>
    public string? Commands { get; set; }

    /// <summary>Only between these times: <c>08:00-18:00</c>.</summary>
    public string? Hours { get; set; }

    /// <summary>Only on these days: <c>mon-fri;sun</c>.</summary>
    public string? Days { get; set; }

    /// <summary>Where <see cref="Hours"/> and <see cref="Days"/> are counted: <c>Europe/Berlin</c>.</summary>
    public string? Zone { get; set; }

    /// <summary>How often a minute, 1 to 6000; default as often as the agent may.</summary>
    public int? PerMinute { get; set; }

    /// <summary>How often a day, 1 to 1,000,000; default as often as the agent may.</summary>
    public int? PerDay { get; set; }

    /// <summary>Tools that wait for a person's yes, or a level for all that needs as much: <c>full</c>. Default none.</summary>
    public string? Approval { get; set; }

    /// <summary>
    /// Who may say yes: person ids or whole addresses, each asked alone. With <c>space:&lt;id&gt;</c> they are asked in that space; with nothing beside it, whoever
    /// is in it may.
    /// </summary>
    public string? Approvers { get; set; }
}

/// <summary>Whose bearer tokens agents may come with. Section <c>Agents:OAuth</c>.</summary>
public sealed class AgentOAuthOptions
{
    /// <summary>The authorisation server, as its tokens name it: <c>https://login.example.com</c>. Default none: keys only.</summary>
    public string? Issuer { get; set; }

    /// <summary>What tokens must be made for. Default this server's address: <c>BotHost:PublicUrl</c> and <c>/mcp</c>.</summary>
    public string? Audience { get; set; }

    /// <summary>The claim that names the agent. Default <c>sub</c>.</summary>
    public string Claim { get; set; } = "sub";

    /// <summary>Scopes that a token must have, all of them, with <c>;</c> between. Default none.</summary>
    public string? Scopes { get; set; }
}
