using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Middleware: so much a person may ask, and no more.</summary>
public static class RateLimit
{
    /// <summary>Forgets the quiet ones when it remembers more.</summary>
    private const int MostPeople = 10_000;

    /// <summary>Lets each person through so often within any such stretch of time; then tells them when to come back. Events pass.</summary>
    /// <remarks>Each host counts for itself, and from nothing when it starts.</remarks>
    /// <param name="most">At least 1.</param>
    /// <param name="within">The stretch of time, above zero.</param>
    public static TurnMiddleware PerPerson(int most, TimeSpan within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(within, TimeSpan.Zero);
        var asked = new Dictionary<PersonId, List<(string Turn, DateTimeOffset At)>>();
        return (context, next) =>
        {
            if (context.Event is not null)
                return next();
            var now = context.Now;
            lock (asked)
            {
                if (asked.Count >= MostPeople)
                    Forget(asked, now - within);
                if (!asked.TryGetValue(context.Sender.Id, out var turns))
                    asked.Add(context.Sender.Id, turns = []);
                turns.RemoveAll(turn => turn.At <= now - within);
                // A turn that is tried again was let through already.
                if (turns.Exists(turn => turn.Turn == context.IdempotencyKey))
                    return next();
                if (turns.Count < most)
                {
                    turns.Add((context.IdempotencyKey, now));
                    return next();
                }

                return new(Reply.Text(Texts.Plain("EnoughForNow", Math.Ceiling((turns[0].At + within - now).TotalSeconds))));
            }
        };
    }

    private static void Forget(Dictionary<PersonId, List<(string Turn, DateTimeOffset At)>> asked, DateTimeOffset before)
    {
        foreach (var (person, turns) in asked)
        {
            if (turns.TrueForAll(turn => turn.At <= before))
                asked.Remove(person);
        }
    }
}
