using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>How AI agents reach the host: the section <c>Agents</c> of the settings. Who they are and what they may is the gate's.</summary>
internal sealed class AgentServerOptions
{
    public const string Section = "Agents";

    /// <summary>Whether there is an MCP server at all, at <c>/mcp</c>. Default false.</summary>
    public bool Enabled { get; set; }

    /// <summary>
    /// Whether clients that open a session get one, kept in memory: they can resume a broken answer and are told when their tools change.
    /// Without, every request stands alone and any of several hosts can answer it. Default true.
    /// </summary>
    public bool Sessions { get; set; } = true;

    /// <summary>How long a session is kept that nobody uses, 1 min to 7 days. Default 2 h.</summary>
    public TimeSpan SessionIdleTimeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>
    /// Web pages that may call the server from a browser, as origins (<c>https://app.example.com</c>) with <c>;</c> between. The host's own
    /// address and this machine's pages always may. Default none.
    /// </summary>
    public string Origins { get; set; } = "";

    /// <summary>How many calls of one agent may be under way at once, on each host, 1 to 10,000; those that wait for people are among them. Default 50.</summary>
    public int CallsAtOnce { get; set; } = 50;

    /// <summary>How many bytes of JSON one answer of a tool may hold, 4,096 to 1,048,576. Default 65,536. Files are counted apart.</summary>
    public int MaxResultBytes { get; set; } = 65_536;

    /// <summary>How large a file may be that an agent uploads or downloads, 1 to 26,214,400 bytes. Default 5,242,880.</summary>
    public int MaxFileBytes { get; set; } = 5_242_880;

    /// <summary>What the body of one request may hold: a file in base64, and the call around it.</summary>
    public long MaxRequestBytes => (MaxFileBytes * 4L / 3) + (256 * 1024);
}

internal sealed class AgentServerOptionsValidator : IValidateOptions<AgentServerOptions>
{
    public ValidateOptionsResult Validate(string? name, AgentServerOptions options)
    {
        var errors = new List<string>();
        if (options.SessionIdleTimeout < TimeSpan.FromMinutes(1) || options.SessionIdleTimeout > TimeSpan.FromDays(7))
            errors.Add("Agents:SessionIdleTimeout must lie between 00:01:00 and 7.00:00:00.");
        if (options.CallsAtOnce is < 1 or > 10_000)
            errors.Add("Agents:CallsAtOnce must lie between 1 and 10000.");
        if (options.MaxResultBytes is < 4096 or > 1_048_576)
            errors.Add("Agents:MaxResultBytes must lie between 4096 and 1048576.");
        if (options.MaxFileBytes is < 1 or > 26_214_400)
            errors.Add("Agents:MaxFileBytes must lie between 1 and 26214400.");
        if (AgentOrigins.Read(options.Origins) is null)
            errors.Add("Agents:Origins holds what is no origin. Write the scheme, the host and the port if it is not the usual one: https://app.example.com");
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }
}
