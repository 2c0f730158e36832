using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Identity;

/// <summary>What somebody allowed an application, for as long as it lasts: the token it gets new access tokens with.</summary>
internal sealed record RefreshToken
{
    public required Guid Key { get; init; }
    public required string Value { get; init; }
    public required Person Person { get; init; }
    public required string ClientId { get; init; }

    /// <summary>Of the access tokens that come of it.</summary>
    public required TokenKind Kind { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Expires { get; init; }
}

/// <summary>An access token, and what the next one is got with.</summary>
internal sealed record TokenPair(AccessToken Access, RefreshToken Refresh);
