using System.Globalization;
using BotHost.Storage;
using Dapper;

namespace BotHost.Inbox;

/// <summary>
/// Until when all that Webex had to tell is here, or is owed: a gap that is being looked through. Both are in the store, so that neither
/// a crash nor another host forgets one. Times are Webex's.
/// </summary>
internal sealed class DoorWatermark(Database database)
{
    /// <summary>What Webex had not delivered yet when the watermark was written, it says at most this much later.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private const string Mark = "door watermark", First = "door first open", Gap = "door gap ";

    private TaskCompletionSource _missed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null before the first start.</summary>
    public DateTimeOffset? Read() => database.Read(connection => connection.QueryFirstOrDefault<string>(
        "SELECT value FROM kept WHERE name = @name", new { name = Mark })) is { } text ? Time(text) : null;

    /// <summary>Says that Webex delivers, and has since the last time this was said.</summary>
    public Task AdvanceAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            Advance(session, now);
            return true;
        }, cancellationToken: cancellationToken);

    /// <summary>
    /// Says that something may have been missed between the watermark, or <paramref name="lead"/> before it, and now. When this returns
    /// it is owed. Nothing is owed from before the bot was first there.
    /// </summary>
    public async Task MissedAsync(DateTimeOffset now, TimeSpan lead, CancellationToken cancellationToken)
    {
        var name = Gap + Guid.NewGuid().ToString("N");
        await database.WriteAsync(
            session =>
            {
                if (Kept.Read(session, Mark) is not { } mark)
                    return false;
                // A mark that lies ahead was written by Webex's clock misread.
                var known = Time(mark) < now ? Time(mark) : now;
                var since = known - lead - Margin;
                var first = Kept.Read(session, First) is { } opened ? Time(opened) : since;
                Kept.Write(session, name, Text(since > first ? since : first));
                Advance(session, now);
                return true;
            }, cancellationToken: cancellationToken).ConfigureAwait(false);
        Volatile.Read(ref _missed).TrySetResult();
    }

    /// <summary>What is owed, by name, and since when.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Owed() => database.Read(connection => connection
        .Query<(string Name, string Value)>("SELECT name, value FROM kept WHERE name LIKE @gaps", new { gaps = Gap + "%" })
        .ToDictionary(row => row.Name, row => Time(row.Value)));

    /// <summary>Says that what was missed in these gaps is in the inbox.</summary>
    public Task SettleAsync(IReadOnlyCollection<string> gaps, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            foreach (var gap in gaps)
                Kept.Forget(session, gap);
            return true;
        }, cancellationToken: cancellationToken);

    /// <summary>Waits until something is missed here, and no longer than <paramref name="longest"/>: other hosts do not tell.</summary>
    public async Task WhenMissedAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (await Task.WhenAny(_missed.Task, Task.Delay(longest, time, enough.Token)).ConfigureAwait(false) == _missed.Task)
            Volatile.Write(ref _missed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await enough.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static void Advance(WriteSession session, DateTimeOffset now)
    {
        if (Kept.Read(session, First) is null)
            Kept.Write(session, First, Text(now));
        // Several hosts write it, each by its own reading of Webex's clock: they differ by less than the margin.
        Kept.Write(session, Mark, Text(now));
    }

    private static string Text(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));
}
