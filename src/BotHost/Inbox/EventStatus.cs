namespace BotHost.Inbox;

/// <summary>Where an event stands. The numbers are stored: never renumber.</summary>
internal enum EventStatus
{
    /// <summary>Waits for its turn.</summary>
    Queued = 0,

    /// <summary>A handler is at work, or was when the process ended.</summary>
    Handling = 1,

    /// <summary>Done; nothing more will happen.</summary>
    Handled = 2,

    /// <summary>Genuine but unusable: kept for a person to look at, with the reason.</summary>
    Quarantined = 3,

    /// <summary>Handling it failed: kept for a person to look at, with the reason.</summary>
    Dead = 4,

    /// <summary>Its handler asked something and runs again once that is answered.</summary>
    Waiting = 5,
}
