namespace BotHost.Bot;

/// <summary>As whom a handler calls Webex.</summary>
public sealed record Identity
{
    private Identity(string? serviceApp) => ServiceAppName = serviceApp;

    /// <summary>The bot itself, which is who calls where nothing is said.</summary>
    public static Identity Bot { get; } = new(serviceApp: null);

    /// <summary>
    /// The person who spoke or pressed, or for whom the turn was scheduled. Where they have not consented to it, they are asked in private, and the turn
    /// waits for them.
    /// </summary>
    public static Identity Asker { get; } = new(serviceApp: null) { IsAsker = true };

    /// <summary>A service app, as <c>Webex:ServiceApps</c> names it.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static Identity ServiceApp(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Identity(name);
    }

    internal bool IsAsker { get; private init; }

    internal string? ServiceAppName { get; }
}
