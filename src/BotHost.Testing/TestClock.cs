using System.Net.Http.Json;
using BotHost.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Testing;

/// <summary>The time of a test: the bot's and the local Webex's.</summary>
public sealed class TestClock
{
    /// <summary>Timers round up: one that was set for the very moment fires a little later, and by then the clock would be past what it was for.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(20);

    private readonly TestBot _bot;

    internal TestClock(TestBot bot) => _bot = bot;

    internal TestTime Time { get; } = new();

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>
    /// Lets time pass, in a moment. What is due on the way happens at its own time, one after the other, and is over when this returns: nothing is on
    /// its way then.
    /// </summary>
    /// <param name="by">How much; up to ten years.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotSupportedException">The bot's store is PostgreSQL, whose server has a clock of its own.</exception>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var database = _bot.Host.Services.GetRequiredService<Database>();
        if (_bot.Host.Services.GetRequiredService<IStoreEngine>().IsShared)
            throw new NotSupportedException("With PostgreSQL, rooms go by the server's clock, which a test cannot set. Test what takes time with the embedded store.");
        var until = Now + by;
        await _bot.QuietAsync(cancellationToken);
        while (NextDue(database, until) is { } due)
            await GoAsync(due + Late, cancellationToken);
        await GoAsync(until, cancellationToken);
    }

    private async Task GoAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        var by = to - Now;
        if (by > TimeSpan.Zero)
        {
            (await _bot.Http.PostAsJsonAsync("/simulator/clock", new { advance = by }, cancellationToken)).EnsureSuccessStatusCode();
            Time.Advance(by);
        }

        await _bot.QuietAsync(cancellationToken);
    }

    private DateTimeOffset? NextDue(Database database, DateTimeOffset until) => database.Read(connection => connection.ExecuteScalar<long?>(
        "SELECT min(due_at) FROM events WHERE status = 0 AND due_at > @now AND due_at <= @until",
        new { now = Now.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() })) is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;
}
