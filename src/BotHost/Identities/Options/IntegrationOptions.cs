using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>An app at Webex that has a secret: an integration or a service app.</summary>
internal abstract class WebexAppOptions
{
    /// <summary>As the app's page at developer.webex.com shows it. Default none: there is no such app.</summary>
    public string? ClientId { get; set; }

    /// <summary>The app's secret. This or <see cref="ClientSecretFile"/> is needed where there is a client id.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file that holds the secret and nothing else; read again each time, so that it may change.</summary>
    public string? ClientSecretFile { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(ClientId);

    /// <summary>The app as Webex is told of it.</summary>
    /// <exception cref="InvalidOperationException">The secret's file cannot be read.</exception>
    public OAuthApp App(string section) => new(ClientId!.Trim(), AccessTokenSource.Usable(ClientSecret) ?? AccessTokenSource.ReadFile(ClientSecretFile)
        ?? throw new InvalidOperationException($"No secret can be read from {section}:ClientSecretFile. Put the secret, and nothing else, into it."));

    public IEnumerable<string> Problems(string section)
    {
        if (!IsOn)
            yield break;
        var (hasSecret, hasFile) = (!string.IsNullOrWhiteSpace(ClientSecret), !string.IsNullOrWhiteSpace(ClientSecretFile));
        if (hasSecret == hasFile)
            yield return $"{section}:ClientId is set, which takes one of {section}:ClientSecret and {section}:ClientSecretFile. Set one of them, not both.";
        else if (hasFile && AccessTokenSource.ReadFile(ClientSecretFile) is null)
            yield return $"{section}:ClientSecretFile '{ClientSecretFile}' cannot be read or holds no secret. Put the secret, and nothing else, into it.";
    }
}

/// <summary>The integration by which people consent to be acted for. Section <c>Webex:Integration</c>.</summary>
internal sealed class IntegrationOptions : WebexAppOptions
{
    public const string Section = "Webex:Integration";

    /// <summary>What people are asked to consent to, with blanks or <c>;</c> between. Default: to know who they are. The integration must have all of them.</summary>
    public string Scopes { get; set; } = "spark:people_read";

    public IReadOnlyList<string> ScopeList => Split(Scopes);

    public static IReadOnlyList<string> Split(string? scopes) =>
        [.. (scopes ?? "").Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}

internal sealed class IntegrationOptionsValidator : IValidateOptions<IntegrationOptions>
{
    /// <summary>By any of them Webex says whose a token is.</summary>
    private static readonly string[] WhoTheyAre = ["spark:people_read", "spark:all", "spark-admin:people_read"];

    public ValidateOptionsResult Validate(string? name, IntegrationOptions options)
    {
        List<string> problems = [.. options.Problems(IntegrationOptions.Section)];
        if (options.IsOn && options.ScopeList.Count == 0)
            problems.Add("Webex:Integration:Scopes is empty. Name what people are to consent to, for example: spark:people_read spark:rooms_read");
        else if (options.IsOn && !options.ScopeList.Any(WhoTheyAre.Contains))
            problems.Add("Webex:Integration:Scopes lacks spark:people_read, by which the host learns who consented. Add it, here and to the integration at developer.webex.com.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
