using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BotHost.Access;

/// <summary>The names and secrets of hooks: drawn here, so that nobody guesses them.</summary>
internal static class HookSecret
{
    /// <summary>The characters of an id.</summary>
    public const int IdLength = 22;

    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static bool IsId(string text) => text.Length == IdLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>
    /// What the store keeps. Of 256 random bits a plain hash is as good as a slow one. A secret that signs is needed as it is.
    /// </summary>
    public static byte[] Kept(string secret, bool isSigned)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return isSigned ? bytes : SHA256.HashData(bytes);
    }
}
