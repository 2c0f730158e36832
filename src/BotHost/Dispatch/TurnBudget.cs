using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>
/// How often a minute is answered in one thread of one room. Nobody types that fast: two programs that answer each other do. What is over
/// the budget is kept for a person to look at and not answered, which ends the loop.
/// </summary>
internal sealed partial class TurnBudget(IOptions<BotHostOptions> options, TimeProvider time, ILogger<TurnBudget> logger)
{
    private const int MostPlaces = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(RoomId, MessageId?), (long Since, int Turns)> _spent = [];

    /// <summary>Takes a turn out of the budget; false where it is spent.</summary>
    public bool TryTake(Place place)
    {
        if (options.Value.TurnsPerMinute is var most && most == 0)
            return true;
        int turns;
        lock (_gate)
        {
            if (_spent.Count >= MostPlaces)
                Forget();
            var spent = _spent.GetValueOrDefault((place.Room, place.Thread), (Since: time.GetTimestamp(), Turns: 0));
            if (time.GetElapsedTime(spent.Since) > TimeSpan.FromMinutes(1))
                spent = (time.GetTimestamp(), 0);
            turns = ++spent.Turns;
            _spent[(place.Room, place.Thread)] = spent;
        }

        if (turns == most + 1)
            Log.Spent(logger, most);
        return turns <= most;
    }

    private void Forget()
    {
        foreach (var (place, spent) in _spent)
        {
            if (time.GetElapsedTime(spent.Since) > TimeSpan.FromMinutes(1))
                _spent.Remove(place);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A room asked more than {Most} times a minute, as two programs do that answer each other; what is beyond is quarantined. "
            + "Where that is right, raise BotHost:TurnsPerMinute")]
        public static partial void Spent(ILogger logger, int most);
    }
}
