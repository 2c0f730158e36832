using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BotHost.Access;

/// <summary>
/// What an agent proves itself with: a prefix by which scanners find keys that got lost, an id that may be told, and 256 random bits. The id finds
/// the key; what proves it is the hash of the whole.
/// </summary>
internal static class AgentKey
{
    public const string Prefix = "bothost_";

    private const int IdBytes = 9, IdLength = 12, SecretBytes = 32, SecretLength = 43;

    /// <summary>Compared with where there is no such key, so that it takes as long.</summary>
    private static readonly byte[] Nobodys = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    /// <summary>A new key, with its id and what the store keeps of it.</summary>
    public static (string Key, string Id, byte[] Hash) New()
    {
        // Letters, digits and hyphens alone, so that an id can be typed as an argument: none begins with a hyphen.
        string id;
        do
            id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        while (id[0] is '-' or '_');
        var key = Prefix + id + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (key, id, Hash(key));
    }

    /// <summary>The id in what looks like a key, or null.</summary>
    public static string? IdIn(string bearer) =>
        bearer.Length == Prefix.Length + IdLength + SecretLength && bearer.StartsWith(Prefix, StringComparison.Ordinal)
            ? bearer.Substring(Prefix.Length, IdLength)
            : null;

    /// <summary>Whether it is the key that was kept as <paramref name="hash"/>. Takes as long where there is none.</summary>
    public static bool Proves(string bearer, byte[]? hash) => CryptographicOperations.FixedTimeEquals(Hash(bearer), hash ?? Nobodys) && hash is not null;

    /// <summary>Of 256 random bits a plain hash is as good as a slow one.</summary>
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
