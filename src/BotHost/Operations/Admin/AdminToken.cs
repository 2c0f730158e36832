using System.Security.Cryptography;
using System.Text;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>The token in force, asked for by every call. While its file is empty or gone, as in the middle of being replaced, the last one stays.</summary>
internal sealed class AdminToken(IOptions<AdminOptions> options)
{
    private volatile string? _lastFromFile;

    /// <summary>The token, or null where none is configured.</summary>
    public string? Current => Usable(options.Value.Token) ?? (_lastFromFile = ReadFile(options.Value.TokenFile) ?? _lastFromFile);

    /// <summary>Whether an <c>Authorization</c> header carries the token. Takes as long for a wrong one as for the right one, whatever their lengths.</summary>
    public bool Admits(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true && Is(authorization["Bearer ".Length..].Trim());

    /// <summary>Whether this is the token; as long as above.</summary>
    public bool Is(string said) => Current is { } token && CryptographicOperations.FixedTimeEquals(Hash(said), Hash(token));

    /// <summary>By which another token is known to be another; null where none is configured.</summary>
    public string? Mark => Current is { } token ? Convert.ToHexStringLower(Hash(token)) : null;

    public static string? ReadFile(string? path) => Usable(AccessTokenSource.ReadFile(path));

    /// <summary>The token without what stands around it, or null when it is too short or could not travel in a header.</summary>
    public static string? Usable(string? token) => AccessTokenSource.Usable(token) is { Length: >= AdminOptions.ShortestToken } usable ? usable : null;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
