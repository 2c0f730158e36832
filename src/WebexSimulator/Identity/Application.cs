using System.Text.Json.Serialization;

namespace WebexSimulator.Identity;

/// <summary>What an application is registered as.</summary>
internal enum ApplicationKind
{
    /// <summary>Acts for people who allow it to.</summary>
    [JsonStringEnumMemberName("integration")] Integration,

    /// <summary>Acts by itself in every organisation whose administrator allows it to.</summary>
    [JsonStringEnumMemberName("serviceApp")] ServiceApp,

    /// <summary>Vouches for guests with tokens it signs itself. Webex makes no new ones.</summary>
    [JsonStringEnumMemberName("guestIssuer")] GuestIssuer,
}

/// <summary>A registered application, as the developer portal of Webex keeps them.</summary>
internal sealed record Application
{
    public required ApplicationKind Kind { get; init; }
    public required string Name { get; init; }
    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }

    /// <summary>Who registered it, and hears which organisations allow it.</summary>
    public required Guid OwnerKey { get; init; }
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>The most that it can be allowed.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string Id => Tokens.App.Of(ClientId);

    public bool MayAskFor(string scope) => Scopes.Contains(scope) || GrantedScopes.Always.Contains(scope);
}
