using Microsoft.Extensions.Options;

namespace BotHost.Access;

/// <summary>Who may use a route that says nothing about it.</summary>
public enum DefaultAccess
{
    /// <summary>No one: every route needs a policy of its own.</summary>
    Nobody,

    /// <summary>The people of the organisations in <see cref="AccessOptions.Organisations"/>.</summary>
    Organisations,

    /// <summary>The people in <see cref="AccessOptions.People"/>.</summary>
    People,

    /// <summary>Anyone who can reach the bot in Webex.</summary>
    Everyone,
}

/// <summary>Who may use the bot. Section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>Covers every route without a policy of its own. Default <see cref="DefaultAccess.Organisations"/>.</summary>
    public DefaultAccess Default { get; set; } = DefaultAccess.Organisations;

    /// <summary>
    /// Organisation ids, with <c>;</c> between them. While it is empty and <see cref="Default"/> needs it, the bot refuses everybody
    /// and logs the id to add. (A bot's own organisation is Webex's, shared by all bots, so the list cannot be guessed.)
    /// </summary>
    public string? Organisations { get; set; }

    /// <summary>Person ids or whole e-mail addresses, with <c>;</c> between them. Addresses are compared with those Webex has for the person's id.</summary>
    public string? People { get; set; }

    /// <summary>Who may use routes for admins alone, such as <c>broadcast</c>, as in <see cref="People"/>. Default: nobody.</summary>
    public string? Admins { get; set; }

    internal static IReadOnlyList<string> Split(string? list) =>
        list?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}

internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        if (!Enum.IsDefined(options.Default))
            return ValidateOptionsResult.Fail($"Access:Default must be one of {string.Join(", ", Enum.GetNames<DefaultAccess>())}.");
        if (options.Default == DefaultAccess.People && AccessOptions.Split(options.People).Count == 0)
            return ValidateOptionsResult.Fail("Access:Default is People, and Access:People names nobody. Add ids or e-mail addresses, with ; between them.");
        return ValidateOptionsResult.Success;
    }
}
