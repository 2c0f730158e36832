namespace BotHost;

/// <summary>As whom a call to Webex is made.</summary>
internal enum IdentityKind
{
    /// <summary>The bot, with its own token.</summary>
    Bot,

    /// <summary>A person who consented through our OAuth integration.</summary>
    Person,

    /// <summary>A service app, which an administrator authorised.</summary>
    ServiceApp,
}

/// <summary>One of the identities this host can call Webex as.</summary>
/// <param name="Kind">Which sort.</param>
/// <param name="Id">The person's id, or the service app's name in our settings; null for the bot.</param>
internal sealed record WebexIdentity(IdentityKind Kind, string? Id = null)
{
    private const string PersonPrefix = "person:";
    private const string ServicePrefix = "service:";

    public static WebexIdentity Bot { get; } = new(IdentityKind.Bot);

    public static WebexIdentity Person(PersonId person) => new(IdentityKind.Person, person.Value);

    /// <summary>Named as in the settings, where great and small letters are one: it is the same app, with one token.</summary>
    public static WebexIdentity ServiceApp(string name) => new(IdentityKind.ServiceApp, name.ToLowerInvariant());

    /// <summary>As settings and the store spell it: <c>bot</c>, <c>person:…</c>, <c>service:…</c>; null where it is none of these.</summary>
    public static WebexIdentity? Parse(string text) => text switch
    {
        "bot" => Bot,
        _ when text.StartsWith(PersonPrefix, StringComparison.Ordinal) && text.Length > PersonPrefix.Length => Person(new PersonId(text[PersonPrefix.Length..])),
        _ when text.StartsWith(ServicePrefix, StringComparison.Ordinal) && text.Length > ServicePrefix.Length => ServiceApp(text[ServicePrefix.Length..]),
        _ => null,
    };

    public override string ToString() => Kind switch
    {
        IdentityKind.Person => PersonPrefix + Id,
        IdentityKind.ServiceApp => ServicePrefix + Id,
        _ => "bot",
    };
}
