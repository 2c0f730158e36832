using Microsoft.Extensions.Options;

namespace BotHost.Access;

/// <summary>What Webex says about a person, as far as access is concerned.</summary>
internal sealed record Caller(PersonId Id, OrganizationId? Organisation, IReadOnlyList<string> Emails);

/// <summary>The default policy, decided. Ids are compared whole and by ordinal; e-mail addresses whole, without case.</summary>
internal sealed class AccessRules(IOptionsMonitor<AccessOptions> options)
{
    /// <summary>Whether a decision needs to know who the caller is; if not, nobody has to ask Webex.</summary>
    public bool NeedsCaller => options.CurrentValue.Default is DefaultAccess.Organisations or DefaultAccess.People;

    /// <summary>Whether the list a decision depends on is still empty.</summary>
    public bool IsUnconfigured =>
        options.CurrentValue is { Default: DefaultAccess.Organisations } now && AccessOptions.Split(now.Organisations).Count == 0;

    /// <summary>Whether a caller may use a route without a policy of its own. An unknown caller may only what everyone may.</summary>
    public bool Allows(Caller? caller)
    {
        var now = options.CurrentValue;
        return now.Default switch
        {
            DefaultAccess.Everyone => true,
            DefaultAccess.Organisations => caller?.Organisation is { } organisation
                && AccessOptions.Split(now.Organisations).Contains(organisation.Value, StringComparer.Ordinal),
            DefaultAccess.People => Names(now.People, caller),
            _ => false,
        };
    }

    /// <summary>Whether somebody is named an admin.</summary>
    public bool IsAdmin(Caller? caller) => Names(options.CurrentValue.Admins, caller);

    /// <summary>Whether a list names somebody, by id or by address.</summary>
    internal static bool Names(string? list, PersonId? person, IReadOnlyList<string> emails) => AccessOptions.Split(list).Any(entry =>
        string.Equals(entry, person?.Value, StringComparison.Ordinal) || emails.Contains(entry, StringComparer.OrdinalIgnoreCase));

    private static bool Names(string? list, Caller? caller) => caller is not null && Names(list, caller.Id, caller.Emails);
}
