namespace BotHost.Bot;

/// <summary>Who may use a route. Every route has one: its own, its group's, or <see cref="Default"/>.</summary>
/// <remarks>
/// Webex is asked who somebody is, by the id of the person who speaks; an address in the message decides nothing. Ids are compared whole and
/// with case, addresses and domains whole and without.
/// </remarks>
public sealed class Policy
{
    private Policy(PolicyKind kind, IReadOnlyList<string>? names = null, IReadOnlyList<Policy>? parts = null) => (Kind, Names, Parts) = (kind, names ?? [], parts ?? []);

    /// <summary>What the setting <c>Access:Default</c> says. Routes without a policy of their own have this one.</summary>
    public static Policy Default { get; } = new(PolicyKind.Default);

    /// <summary>Anybody who can reach the bot, strangers included.</summary>
    public static Policy Everyone { get; } = new(PolicyKind.Everyone);

    /// <summary>No one: a route that is switched off.</summary>
    public static Policy Nobody { get; } = new(PolicyKind.Nobody);

    /// <summary>The people named in the setting <c>Access:Admins</c>; nobody while it is empty.</summary>
    public static Policy Admins { get; } = new(PolicyKind.Admins);

    /// <summary>
    /// The moderators of the space where it is said; in a space that has none, whoever created it. Nobody is one between one person and
    /// the bot. It costs two calls.
    /// </summary>
    public static Policy Moderators { get; } = new(PolicyKind.Moderators);

    /// <summary>The people of these organisations.</summary>
    /// <param name="ids">Organisation ids, as Webex spells them; at least one.</param>
    public static Policy Organisations(params string[] ids) => new(PolicyKind.Organisations, [.. ids]);

    /// <summary>People one of whose addresses, as Webex has them for their id, is in one of these domains.</summary>
    /// <param name="domains">Whole domains in ASCII, such as <c>example.com</c>, which does not cover <c>mail.example.com</c>; at least one.</param>
    public static Policy Domains(params string[] domains) => new(PolicyKind.Domains, [.. domains]);

    /// <summary>These people.</summary>
    /// <param name="idsOrEmails">Person ids, or whole addresses, compared with those Webex has for the person's id; at least one.</param>
    public static Policy People(params string[] idsOrEmails) => new(PolicyKind.People, [.. idsOrEmails]);

    /// <summary>Whoever is in one of these spaces, in which the bot must be too. It costs a call for each.</summary>
    /// <param name="rooms">Ids of spaces, as Webex spells them; at least one.</param>
    public static Policy MembersOf(params string[] rooms) => new(PolicyKind.MembersOf, [.. rooms]);

    /// <summary>Whom one of these lets in.</summary>
    public static Policy AnyOf(params Policy[] policies) => new(PolicyKind.AnyOf, null, [.. policies]);

    /// <summary>Whom each of these lets in.</summary>
    public static Policy AllOf(params Policy[] policies) => new(PolicyKind.AllOf, null, [.. policies]);

    internal PolicyKind Kind { get; }

    /// <summary>Whom it lets in, for those it does not, in the language of the turn.</summary>
    internal string Who => Kind switch
    {
        PolicyKind.Default => Texts.Plain("PolicyDefault"),
        PolicyKind.Everyone => Texts.Plain("PolicyEveryone"),
        PolicyKind.Nobody => Texts.Plain("PolicyNobody"),
        PolicyKind.Admins => Texts.Plain("PolicyAdmins"),
        PolicyKind.Moderators => Texts.Plain("PolicyModerators"),
        PolicyKind.Organisations => Texts.Plain("PolicyOrganisations"),
        PolicyKind.Domains => Texts.Plain("PolicyDomains", string.Join(Texts.Plain("PolicyOr"), Names)),
        PolicyKind.People => Texts.Plain("PolicyPeople"),
        PolicyKind.MembersOf => Texts.Plain("PolicyMembersOf"),
        PolicyKind.AnyOf => string.Join(Texts.Plain("PolicyAnyOf"), Parts.Select(part => part.Who)),
        _ => string.Join(Texts.Plain("PolicyAllOf"), Parts.Select(part => part.Who)),
    };

    internal IReadOnlyList<string> Names { get; }

    internal IReadOnlyList<Policy> Parts { get; }

    /// <summary>The policy's name, as logs show it: without names of people.</summary>
    public override string ToString() => Parts.Count == 0 ? Kind.ToString() : $"{Kind}({string.Join(", ", Parts)})";

    /// <summary>Reports lists that let nobody in, or mean something else than they say.</summary>
    internal void Check(Action<string> problem)
    {
        if (Kind is PolicyKind.Organisations or PolicyKind.Domains or PolicyKind.People or PolicyKind.MembersOf && (Names.Count == 0 || Names.Any(string.IsNullOrWhiteSpace)))
            problem($"Policy.{Kind} has an empty name or none. Name at least one; for a route that nobody may use, there is Policy.Nobody.");
        if (Kind == PolicyKind.Domains && Names.FirstOrDefault(name => !IsDomain(name)) is { Length: > 0 } wrong)
            problem($"Policy.Domains has \"{wrong}\", which is no whole domain in ASCII. Write it as example.com.");
        if (Kind is PolicyKind.AnyOf or PolicyKind.AllOf && Parts.Count == 0)
            problem($"Policy.{Kind} has no parts. Name at least one policy.");
        foreach (var part in Parts)
            part.Check(problem);
    }

    private static bool IsDomain(string name) =>
        name.Contains('.') && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && !name.StartsWith('.') && !name.EndsWith('.');
}

/// <summary>What a policy asks.</summary>
internal enum PolicyKind
{
    Default,
    Everyone,
    Nobody,
    Admins,
    Moderators,
    Organisations,
    Domains,
    People,
    MembersOf,
    AnyOf,
    AllOf,
}

/// <summary>Decides who may use a route. Asked once per turn, before middleware and before any argument is read.</summary>
public interface IAuthoriser
{
    /// <summary>Null where the sender may go on; otherwise what they are told.</summary>
    ValueTask<Reply?> RefusalAsync(BotContext context, Policy policy, CancellationToken cancellationToken);
}
