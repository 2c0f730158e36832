using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Identity;

/// <summary>People without an account whom an application vouches for, each by a subject of its own. Used inside the world's lock.</summary>
internal sealed class Guests(World world, TokenRegister tokens)
{
    public int CountOf(string clientId) => world.People.All.Count(person => person.GuestOf == clientId);

    /// <summary>Another token for a guest, who is there from the first on. A new name is his from then on.</summary>
    public (Person Guest, AccessToken Token) Admit(string clientId, string subject, string displayName, TimeSpan? life = null)
    {
        var key = KeyOf(clientId, subject);
        var guest = world.People.WithKey(key) ?? new()
        {
            Key = key,
            OrganisationKey = WebexId.ConsumerOrganisation,
            Email = string.Create(CultureInfo.InvariantCulture, $"{key}@appid.ciscospark.com"),
            DisplayName = displayName,
            Created = world.Now(),
            GuestOf = clientId,
        };
        guest = guest with { DisplayName = displayName };
        world.Change(guest);
        return (guest, tokens.Mint(guest, TokenKind.Guest, null, life, null));
    }

    // The same subject is the same guest, also after a restart.
    private static Guid KeyOf(string clientId, string subject) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId}\n{subject}")).AsSpan(0, 16), bigEndian: true);
}
