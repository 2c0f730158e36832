using System.Security.Cryptography;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary>Tokens and codes as applications get them: clients read the organisation behind the last underscore.</summary>
internal static class OAuthToken
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string New(Person person) => $"{Secret()}_PF84_{Accounts.OrganisationUuid(person)}";

    public static string Secret() => RandomNumberGenerator.GetString(Letters, 64);
}
