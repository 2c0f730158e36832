using BotHost.Operations;
using Microsoft.Extensions.Options;

namespace BotHost;

/// <summary>What this host is called and where it is reached. Section <c>BotHost</c>.</summary>
public sealed class BotHostOptions
{
    /// <summary>
    /// Default <c>bothost</c>. Names our webhooks at Webex: <c>&lt;name&gt; &lt;resource&gt;/&lt;event&gt;</c>. Two deployments of one bot
    /// token need two names, or each takes the other's webhooks.
    /// </summary>
    public string Name { get; set; } = "bothost";

    /// <summary>Where this host listens. Default <c>http://127.0.0.1:5080</c>; a container listens on <c>http://0.0.0.0:5080</c>.</summary>
    public string Listen { get; set; } = "http://127.0.0.1:5080";

    /// <summary>
    /// How Webex reaches this host: the scheme, host and path before <c>/webhooks/webex</c>, for example
    /// <c>https://bot.example.com</c>. Port 0 stands for the port that was really bound. No default: it must be given.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>
    /// The reverse proxies in front of the host: addresses or networks (<c>10.0.0.0/8</c>) with <c>;</c> between them. What they say in
    /// <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> is believed, for logs. Default none.
    /// </summary>
    public string? TrustedProxies { get; set; }

    /// <summary>The path under which a reverse proxy hands requests on, where it does not take it away: <c>/bot</c>. Default none.</summary>
    public string? PathBase { get; set; }

    /// <summary>What the bot answers in where a person has not chosen, <c>En</c> or <c>De</c>. Default <c>En</c>.</summary>
    public Bot.Language Language { get; set; }

    /// <summary>How long a handler may take, 1 s to 10 min. Default 30 s.</summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a handler that failed is tried again before its person is told, 0 to 10. Default 3.</summary>
    public int HandlerRetries { get; set; } = 3;

    /// <summary>
    /// How long until the first of these tries, at most 10 s; each next one waits four times as long. Default 0.25 s. The room waits too.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a handler's question waits for its answer where the handler does not say, 1 s to 7 days. Default 10 min.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an event is tried while Webex is out of reach, 1 min to 7 days, before it is kept as a dead letter. Default one day.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How often a minute is answered in one thread of one room, 0 to 100,000; beyond that it is taken for two programs that answer each other,
    /// and quarantined. Default 300; 0 for as often as anybody asks.
    /// </summary>
    public int TurnsPerMinute { get; set; } = 300;

    /// <summary>How many rooms are served at the same time, 1 to 1,000. Default 32.</summary>
    public int Concurrency { get; set; } = 32;
}

internal sealed class BotHostOptionsValidator : IValidateOptions<BotHostOptions>
{
    public ValidateOptionsResult Validate(string? name, BotHostOptions options)
    {
        var errors = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Name) || options.Name.Length > 64 || options.Name.Any(char.IsControl))
            errors.Add("BotHost:Name must be 1 to 64 characters.");
        if (string.IsNullOrWhiteSpace(options.PublicUrl))
            errors.Add("BotHost:PublicUrl is not set. Set it to the address under which Webex reaches this host, "
                + "for example https://bot.example.com (environment: BotHost__PublicUrl).");
        else if (!IsHttp(options.PublicUrl))
            errors.Add($"BotHost:PublicUrl is '{options.PublicUrl}', which is not an http or https address. Example: https://bot.example.com");
        if (!Listening.IsAddress(options.Listen, out _))
            errors.Add($"BotHost:Listen is '{options.Listen}', which is not an http address with an IP address or localhost. Example: http://127.0.0.1:5080");
        if (!Proxies.TryRead(options.TrustedProxies, out _))
            errors.Add("BotHost:TrustedProxies holds what is neither an address nor a network. Example: 10.0.0.7;192.168.0.0/16");
        if (!Proxies.IsPath(options.PathBase))
            errors.Add($"BotHost:PathBase is '{options.PathBase}', which is not a path. It begins with a slash and ends without one: /bot");
        if (!Enum.IsDefined(options.Language))
            errors.Add("BotHost:Language must be En or De.");
        if (options.HandlerTimeout < TimeSpan.FromSeconds(1) || options.HandlerTimeout > TimeSpan.FromMinutes(10))
            errors.Add("BotHost:HandlerTimeout must lie between 00:00:01 and 00:10:00.");
        if (options.HandlerRetries is < 0 or > 10)
            errors.Add("BotHost:HandlerRetries must lie between 0 and 10.");
        if (options.RetryDelay < TimeSpan.Zero || options.RetryDelay > TimeSpan.FromSeconds(10))
            errors.Add("BotHost:RetryDelay must lie between 00:00:00 and 00:00:10.");
        if (options.AnswerTimeout < TimeSpan.FromSeconds(1) || options.AnswerTimeout > TimeSpan.FromDays(7))
            errors.Add("BotHost:AnswerTimeout must lie between 00:00:01 and 7.00:00:00.");
        if (options.GiveUpAfter < TimeSpan.FromMinutes(1) || options.GiveUpAfter > TimeSpan.FromDays(7))
            errors.Add("BotHost:GiveUpAfter must lie between 00:01:00 and 7.00:00:00.");
        if (options.TurnsPerMinute is < 0 or > 100_000)
            errors.Add("BotHost:TurnsPerMinute must lie between 0 and 100000.");
        if (options.Concurrency is < 1 or > 1000)
            errors.Add("BotHost:Concurrency must lie between 1 and 1000.");
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }

    private static bool IsHttp(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" };
}
