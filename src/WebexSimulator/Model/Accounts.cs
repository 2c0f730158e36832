using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WebexSimulator.Model;

/// <summary>Who is there from the start. The same seed makes the same ids and tokens on every run.</summary>
internal static class Accounts
{
    /// <summary>
    /// The consumer organisation, all bots' home, is the word "consumer" in ids, but clients read a UUID from the end of a token. The
    /// tokens of real bots end with this one.
    /// </summary>
    public const string ConsumerOrganisationUuid = "1eb65fdf-9643-417f-9974-ad72cae0e10f";

    private const string BotDomain = "webex.bot";

    private static readonly AccountOptions[] BuiltIn =
    [
        new() { Email = "alice@example.com", DisplayName = "Alice Anderson" },
        new() { Email = "bob@example.com", DisplayName = "Bob Brown" },
        new() { Email = "carol@example.com", DisplayName = "Carol Clark" },
        new() { Email = "dave@elsewhere.example", DisplayName = "Dave Davis" },
        new() { Email = "bothost@webex.bot", DisplayName = "BotHost" },
        new() { Email = "echo@webex.bot", DisplayName = "Echo" },
    ];

    public static IReadOnlyList<AccountOptions> All(SimulatorOptions options) => [.. BuiltIn, .. options.Accounts];

    public static void Open(World world, SimulatorOptions options)
    {
        foreach (var account in All(options)) world.People.Add(New(account, options.Seed, world.Now()));
    }

    /// <summary>Somebody invited by address: in no organisation of their own yet, and without a token.</summary>
    public static Person Pending(string email, DateTimeOffset now) => new()
    {
        Key = Guid.NewGuid(),
        OrganisationKey = WebexId.ConsumerOrganisation,
        Email = email,
        DisplayName = email,
        Created = now,
        IsPending = true,
    };

    private static Person New(AccountOptions account, int seed, DateTimeOffset now)
    {
        var (name, domain) = account.Email.Split('@', 2) is [var local, var rest] ? (local, rest) : throw new FormatException(account.Email);
        var displayName = account.DisplayName ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace('.', ' '));
        var isBot = domain.Equals(BotDomain, StringComparison.OrdinalIgnoreCase);
        var organisation = isBot ? ConsumerOrganisationUuid : Derive(seed, $"organisation/{domain}").ToString();
        var names = displayName.Split(' ', 2);
        return new()
        {
            Key = Derive(seed, $"person/{account.Email}"),
            OrganisationKey = isBot ? WebexId.ConsumerOrganisation : organisation,
            Email = account.Email,
            DisplayName = displayName,
            FirstName = isBot ? null : names[0],
            LastName = isBot ? null : names.ElementAtOrDefault(1),
            Created = now,
            IsBot = isBot,
            IsAdministrator = account.Email is "alice@example.com",
            IsComplianceOfficer = account.Email is "alice@example.com",
            Token = $"sim_{name}_{organisation}",
        };
    }

    private static Guid Derive(int seed, string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{name.ToLowerInvariant()}"))).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40); // version 4, as people have
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
