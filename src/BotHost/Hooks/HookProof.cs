using System.Security.Cryptography;
using System.Text;
using BotHost.Access;
using Microsoft.Extensions.Primitives;

namespace BotHost.Hooks;

/// <summary>
/// Whether a delivery was made by who has the hook's secret: it is sent along as a bearer token or as GitLab does (<c>X-Gitlab-Token</c>), or it signs
/// the body as GitHub does (<c>X-Hub-Signature-256</c>). Each hook takes the one or the other.
/// </summary>
internal static class HookProof
{
    private const string Signature = "X-Hub-Signature-256", GitLabToken = "X-Gitlab-Token", Bearer = "Bearer ", Sha256 = "sha256=";

    /// <summary>Compared with where there is no such hook, so that it takes as long.</summary>
    private static readonly byte[] Nobodys = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    /// <summary>False where there is no hook, no proof, more than one, or a wrong one. How long it takes does not tell which.</summary>
    public static bool Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, StoredHook? hook)
    {
        StringValues[] proofs = [headers[Signature], headers[GitLabToken], headers.Authorization];
        if (proofs.Sum(proof => proof.Count) != 1)
            return false;
        var isSigned = proofs[0].Count == 1;
        var isOfItsKind = hook?.IsSigned == isSigned;
        var secret = isOfItsKind ? hook!.Secret : Nobodys;
        var isRight = isSigned ? IsSignature(proofs[0]!, secret, body) : IsToken(TokenIn(proofs), secret);
        return isRight && isOfItsKind;
    }

    private static string TokenIn(StringValues[] proofs) => proofs[1].Count == 1 ? proofs[1]!
        : ((string)proofs[2]!).StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? ((string)proofs[2]!)[Bearer.Length..].Trim() : "";

    private static bool IsToken(string token, byte[] hash)
    {
        Span<byte> claimed = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), claimed);
        return CryptographicOperations.FixedTimeEquals(claimed, hash);
    }

    private static bool IsSignature(string header, byte[] secret, ReadOnlySpan<byte> body)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes], expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, body, expected);
        var hex = header.StartsWith(Sha256, StringComparison.Ordinal) ? header.AsSpan(Sha256.Length) : [];
        return hex.Length == 2 * claimed.Length
            && Convert.FromHexString(hex, claimed, out _, out var written) == System.Buffers.OperationStatus.Done && written == claimed.Length
            && CryptographicOperations.FixedTimeEquals(expected, claimed);
    }
}
