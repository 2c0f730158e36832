using System.Globalization;
using BotHost.Storage;

namespace BotHost.Webhooks;

/// <summary>
/// When a webhook that Webex has switched off may be switched on again: five minutes after it was first seen off, since one that is
/// switched on earlier is switched off by its next failure (Webex webhooks guide). Each time it goes off again soon, twice as long, to an
/// hour. It is in the store: a host that is started again and again does not ask again and again.
/// </summary>
internal sealed class SwitchedOff(Database database, TimeProvider time)
{
    private const string Prefix = "webhook off: ";

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromHours(1);

    /// <summary>Webex said that a webhook is off. Returns whether that is news, and how long it is to stay so; zero where it may be switched on.</summary>
    public Task<(bool IsNew, TimeSpan Left)> SeenAsync(string webhook, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            var now = time.GetUtcNow();
            var known = Read(session, webhook);
            // A time that has not come yet was written by a clock that has been set back.
            if (known is { IsOff: true } && known.At <= now)
                return (false, known.Pause - (now - known.At) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero);
            var pause = known is { IsOff: false } && now - known.At < Longest ? Min(known.Pause * 2, Longest) : Shortest;
            Write(session, webhook, new Record(IsOff: true, now, pause));
            return (true, pause);
        }, cancellationToken: cancellationToken);

    /// <summary>It is about to be switched on. Written first: whatever comes of it, that was this time's one try.</summary>
    public Task ActivatingAsync(string webhook, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            if (Read(session, webhook) is { } known)
                Write(session, webhook, known with { IsOff = false, At = time.GetUtcNow() });
            return true;
        }, cancellationToken: cancellationToken);

    private static Record? Read(WriteSession session, string webhook) => Kept.Read(session, Prefix + webhook) is { } text ? Record.Parse(text) : null;

    private static void Write(WriteSession session, string webhook, Record record) => Kept.Write(session, Prefix + webhook, record.ToString());

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <param name="IsOff">Whether it is off since then; else it was switched on then.</param>
    private sealed record Record(bool IsOff, DateTimeOffset At, TimeSpan Pause)
    {
        public static Record Parse(string text)
        {
            var parts = text.Split(' ');
            return new Record(parts[0] == "off", DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture)),
                TimeSpan.FromSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture)));
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{(IsOff ? "off" : "on")} {At.ToUnixTimeMilliseconds()} {(long)Pause.TotalSeconds}");
    }
}
