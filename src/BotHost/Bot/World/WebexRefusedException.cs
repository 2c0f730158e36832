namespace BotHost.Bot;

/// <summary>
/// Webex understood a request and refused it. Trying again would not help, so the turn is not retried:
/// a handler that does not catch this ends, and the person is told the reason.
/// </summary>
/// <param name="status">The HTTP status, 400 to 499.</param>
/// <param name="reason">Webex's own words, without a tracking id.</param>
public sealed class WebexRefusedException(int status, string reason) : Exception($"Webex answered {status}: {reason}")
{
    /// <summary>The HTTP status, 400 to 499.</summary>
    public int Status { get; } = status;

    /// <summary>Webex's own words.</summary>
    public string Reason { get; } = reason;
}
