using System.Globalization;

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

    /// <summary>The administrator.</summary>
    public static string FirstEmail => BuiltIn[0].Email;

    public static Guid KeyOf(string email, int seed) => Seeded.Key(seed, $"person/{email}");

    /// <summary>Of somebody's organisation, as his tokens end with it.</summary>
    public static string OrganisationUuid(Person person) =>
        person.OrganisationKey == WebexId.ConsumerOrganisation ? ConsumerOrganisationUuid : person.OrganisationKey;

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
        var organisation = isBot ? ConsumerOrganisationUuid : Seeded.Key(seed, $"organisation/{domain}").ToString();
        var names = displayName.Split(' ', 2);
        return new()
        {
            Key = KeyOf(account.Email, seed),
            OrganisationKey = isBot ? WebexId.ConsumerOrganisation : organisation,
            Email = account.Email,
            DisplayName = displayName,
            FirstName = isBot ? null : names[0],
            LastName = isBot ? null : names.ElementAtOrDefault(1),
            Created = now,
            IsBot = isBot,
            IsAdministrator = account.Email == FirstEmail,
            IsComplianceOfficer = account.Email == FirstEmail,
            Token = $"sim_{name}_{organisation}",
        };
    }
}
