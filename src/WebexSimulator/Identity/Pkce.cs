using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WebexSimulator.Identity;

/// <summary>Whether whoever brings a code is who asked for it (RFC 7636, S256).</summary>
internal static class Pkce
{
    private const int ChallengeLength = 43;

    public static bool IsChallenge(string challenge) => challenge.Length == ChallengeLength && Base64Url.IsValid(challenge);

    /// <summary>Without a challenge there is nothing to prove; a verifier all the same proves nothing.</summary>
    public static bool IsProven(string? challenge, string? verifier) =>
        challenge is null ? verifier is null
        : verifier is { Length: >= 43 and <= 128 }
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(challenge), Base64Url.EncodeToUtf8(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
}
