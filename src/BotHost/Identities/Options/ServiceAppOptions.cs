using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>A service app, authorised by an administrator. Section <c>Webex:ServiceApps:&lt;name&gt;</c>. It begins with a refresh token, or asks for a token.</summary>
internal sealed class ServiceAppOptions : WebexAppOptions
{
    /// <summary>The refresh token that the portal showed when the app was authorised; used until Webex gives another.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>A file that holds the refresh token and nothing else.</summary>
    public string? RefreshTokenFile { get; set; }

    /// <summary>The app's id, where the host is to ask for its token by itself; with <see cref="OrgId"/> and <see cref="Owner"/>.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The organisation whose administrator authorised it.</summary>
    public string? OrgId { get; set; }

    /// <summary>Who owns the app and consented with the scope <c>spark:applications_token</c>: <c>person:…</c>, as <c>identity list</c> shows.</summary>
    public string? Owner { get; set; }

    /// <summary>What the app may do, with blanks or <c>;</c> between; told by Webex as a rule. Default none: Webex judges.</summary>
    public string? Scopes { get; set; }

    public bool Asks => ApplicationId is { Length: > 0 } || OrgId is { Length: > 0 } || Owner is { Length: > 0 };
}

/// <summary>All service apps, by name. Section <c>Webex:ServiceApps</c>.</summary>
internal sealed class ServiceAppsOptions : Dictionary<string, ServiceAppOptions>
{
    public const string Section = "Webex:ServiceApps";

    public ServiceAppsOptions() : base(StringComparer.OrdinalIgnoreCase)
    {
    }
}

internal sealed class ServiceAppsOptionsValidator : IValidateOptions<ServiceAppsOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceAppsOptions options)
    {
        string[] problems = [.. options.SelectMany(app => Problems($"{ServiceAppsOptions.Section}:{app.Key}", app.Value))];
        return problems is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(string section, ServiceAppOptions app)
    {
        if (!app.IsOn)
            yield return $"{section}:ClientId is not set. Copy it from the app's page at developer.webex.com, or remove the section.";
        foreach (var problem in app.Problems(section))
            yield return problem;
        if (app is { RefreshToken.Length: > 0, RefreshTokenFile.Length: > 0 })
            yield return $"{section}:RefreshToken and {section}:RefreshTokenFile are both set. Remove one of them.";
        if (app.Asks && (app is not { ApplicationId.Length: > 0, OrgId.Length: > 0 } || WebexIdentity.Parse(app.Owner ?? "") is not { Kind: IdentityKind.Person }))
            yield return $"{section} asks for its token, which takes ApplicationId, OrgId and Owner (person:…). Set all three, or a RefreshToken instead.";
        if (!app.Asks && string.IsNullOrWhiteSpace(app.RefreshToken) && string.IsNullOrWhiteSpace(app.RefreshTokenFile))
            yield return $"{section} has no way to a token. Set RefreshToken or RefreshTokenFile, or ApplicationId, OrgId and Owner.";
    }
}
