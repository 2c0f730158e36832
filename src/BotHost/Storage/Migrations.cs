namespace BotHost.Storage;

/// <summary>One step of the schema.</summary>
/// <param name="OldestReader">
/// The lowest version whose hosts work on these tables. Hosts are updated one after the other, so a step must leave the version before it
/// working: first expand, and contract only in a later version, when nobody uses what goes.
/// </param>
/// <param name="Sql">Its statements, in the spelling of <see cref="Dialect"/>.</param>
internal sealed record Migration(int OldestReader, string Sql);

/// <summary>The tables, one migration a version, forward only. A version that was ever released is never edited.</summary>
internal static partial class Migrations
{
    public static readonly IReadOnlyList<Migration> All =
    [
        new(OldestReader: 1, EventsAndCards),
        new(OldestReader: 1, TurnsAndEffects),
        new(OldestReader: 1, OperatorRetries),
        new(OldestReader: 1, OrderOfLanes),
        new(OldestReader: 1, FilesOfEffects),
        new(OldestReader: 1, States),
        new(OldestReader: 1, Schedules),
        new(OldestReader: 1, Questions),
        new(OldestReader: 1, Hooks),
        new(OldestReader: 1, Audit),
        new(OldestReader: 1, Agents),
        new(OldestReader: 1, Grants),
        new(OldestReader: 1, AgentRequests),
        new(OldestReader: 1, NamesOfApprovers),
    ];
}
