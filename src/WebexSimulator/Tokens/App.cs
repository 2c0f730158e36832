using System.Security.Cryptography;
using System.Text;

namespace WebexSimulator.Tokens;

/// <summary>The application a token belongs to, as webhooks name it in <c>appId</c>.</summary>
internal static class App
{
    /// <summary>Bots and personal tokens all go by this one (seen in captures).</summary>
    public const string Shared =
        "Y2lzY29zcGFyazovL3VzL0FQUExJQ0FUSU9OL0MzMmM4MDc3NDBjNmU3ZGYxMWRhZjE2ZjIyOGRmNjI4YmJjYTQ5YmE1MmZlY2JiMmM3ZDUxNWNiNGEwY2M5MWFh";

    /// <summary>A client id as Webex makes them is the key itself; of any other name one is made.</summary>
    public static string Of(string? clientId) => clientId is null ? Shared : WebexId.Application(IsKey(clientId)
        ? clientId
        : "C" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clientId))));

    private static bool IsKey(string clientId) => clientId is ['C', .. { Length: 64 } hex] && hex.All(char.IsAsciiHexDigitLower);
}
