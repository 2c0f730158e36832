namespace BotHost.Webex;

/// <summary>How the bot reaches Webex: the section <c>Webex</c> of the settings.</summary>
internal sealed class WebexOptions
{
    public const string Section = "Webex";

    /// <summary>The root of the API. Default <c>https://webexapis.com/v1/</c>; a missing slash at the end is added.</summary>
    public string BaseUrl { get; set; } = "https://webexapis.com/v1/";

    /// <summary>The bot's access token. No default: this or <see cref="AccessTokenFile"/> is needed.</summary>
    public string? AccessToken { get; set; }

    /// <summary>A file that holds the access token and nothing else; read again for every call, so that it may change.</summary>
    public string? AccessTokenFile { get; set; }

    /// <summary>
    /// An HTTP proxy, such as <c>http://proxy.example.com:3128</c> or <c>http://name:password@proxy.example.com:3128</c>. Default none; the
    /// environment's is not used.
    /// </summary>
    public string? Proxy { get; set; }

    /// <summary>A PEM file of certificate authorities to trust in calls to Webex, beside the system's. Read at start. Default none.</summary>
    public string? CertificateAuthorities { get; set; }

    /// <summary>How long one try may take, its answer's body included; of a file, how long it may stand still. Default 30 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest <c>Retry-After</c> that is believed. Default 60 s.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one call may wait, in total, because Webex asked for it. Default 2 min.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMinutes(2);
}
