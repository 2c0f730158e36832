using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WebexSimulator.Model;

/// <summary>What looks drawn by lot and is the same for the same seed.</summary>
internal static class Seeded
{
    public static Guid Key(int seed, string name)
    {
        var bytes = Bytes(seed, name.ToLowerInvariant()).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40); // version 4, as people have
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static string Hex(int seed, string name) => Convert.ToHexStringLower(Bytes(seed, name));

    private static byte[] Bytes(int seed, string name) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{name}")));
}
