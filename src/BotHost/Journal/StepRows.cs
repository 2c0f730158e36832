using BotHost.Storage;

namespace BotHost.Journal;

/// <summary>The table of steps.</summary>
internal static class StepRows
{
    public static void WriteRead(WriteSession session, long @event, ReadStep read, long now) => session.Execute(
        """
        INSERT INTO steps (event, number, name, fingerprint, result, ended_at) VALUES (@event, @number, @name, @fingerprint, @result, @now)
        ON CONFLICT (event, number) DO NOTHING
        """,
        ("@event", @event), ("@number", read.Number), ("@name", read.Name), ("@fingerprint", read.Fingerprint), ("@result", read.Result), ("@now", now));

    public static void WriteIntent(WriteSession session, long @event, int number, string name, string fingerprint, long began, long settles) => session.Execute(
        """
        INSERT INTO steps (event, number, name, fingerprint, began_at, settled_at) VALUES (@event, @number, @name, @fingerprint, @began, @settles)
        ON CONFLICT (event, number) DO UPDATE SET began_at = @began, settled_at = @settles
        """,
        ("@event", @event), ("@number", number), ("@name", name), ("@fingerprint", fingerprint), ("@began", began), ("@settles", settles));

    public static void WriteResult(WriteSession session, long @event, int number, byte[] result, string? subject, long now) => session.Execute(
        "UPDATE steps SET result = @result, subject = @subject, ended_at = @now WHERE event = @event AND number = @number",
        ("@result", result), ("@subject", subject), ("@now", now), ("@event", @event), ("@number", number));

    /// <summary>Forgets an event's steps and what they came to. The subjects of steps stay, so that nobody else claims them.</summary>
    /// <returns>How many came to something.</returns>
    public static int Forget(WriteSession session, long @event) =>
        session.Execute("DELETE FROM steps WHERE event = @event AND subject IS NULL", ("@event", @event))
            + session.Execute("UPDATE steps SET result = NULL WHERE event = @event AND result IS NOT NULL", ("@event", @event));

    public static int Withdraw(WriteSession session, long @event, int number) =>
        session.Execute("DELETE FROM steps WHERE event = @event AND number = @number AND result IS NULL", ("@event", @event), ("@number", number));
}
