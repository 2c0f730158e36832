namespace BotHost.Storage;

/// <summary>What operators did, written down in the transaction that does it. Kept for a year.</summary>
internal static class OperationLog
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    public static void Note(this WriteSession session, DateTimeOffset at, string actor, string action, string? subject, string outcome)
    {
        session.Execute("DELETE FROM operations WHERE at < @before", ("@before", (at - Life).ToUnixTimeMilliseconds()));
        session.Execute(
            "INSERT INTO operations (at, actor, action, subject, outcome) VALUES (@at, @actor, @action, @subject, @outcome)",
            ("@at", at.ToUnixTimeMilliseconds()), ("@actor", actor), ("@action", action), ("@subject", subject), ("@outcome", outcome));
    }
}
