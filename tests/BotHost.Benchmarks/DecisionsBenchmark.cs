using System.Diagnostics;
using BotHost.Access;
using BotHost.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotHost.Benchmarks;

/// <summary>What a decision about an agent's call costs, where there are many agents with many grants, on either engine.</summary>
internal static class DecisionsBenchmark
{
    private const int Rounds = 5, Calls = 2_000, Counted = 500;

    private static readonly TimeSpan MostToDecide = TimeSpan.FromMilliseconds(2);

    /// <returns>1 where a decision that is not counted takes longer than it may.</returns>
    public static async Task<int> RunAsync(int agents, int grants)
    {
        var folder = Directory.CreateTempSubdirectory("bothost-benchmark-");
        try
        {
            Console.WriteLine($"{agents} agents with {grants} grants each; µs a decision, best of {Rounds} rounds, one call after the other");
            Console.WriteLine($"{"store",-12} {"decided",9} {"counted by day",15} {"seen in a list",15} {"after a change",15}");
            var sqlite = await MeasureAsync("SQLite", new SqliteEngine($"Data Source={Path.Combine(folder.FullName, "bothost.db")}"), agents, grants);
            if (PostgresServer.Programs is null)
                return sqlite <= MostToDecide ? 0 : 1;
            await using var server = await PostgresServer.StartAsync(CancellationToken.None);
            var postgres = await MeasureAsync("PostgreSQL", new PostgreSqlEngine(await server.NewDatabaseAsync(CancellationToken.None)), agents, grants);
            return sqlite <= MostToDecide && postgres <= MostToDecide ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> MeasureAsync(string name, IStoreEngine engine, int agents, int grants)
    {
        using var database = new Database(engine, TimeProvider.System);
        await using var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        using var tokens = new AgentTokens(new AgentAuthorization(Options.Create(new AgentOptions()), null!), TimeProvider.System, NullLogger<AgentTokens>.Instance);
        var directory = new AgentDirectory(
            database, engine, services.GetRequiredService<IOptionsMonitor<AgentOptions>>(), tokens, TimeProvider.System, NullLogger<AgentDirectory>.Instance);
        var gate = new AgentGate(directory, new AgentBudgets(database, TimeProvider.System), TimeProvider.System);
        await FillAsync(database, agents, grants);
        directory.Forget();
        var (free, counted) = (directory.Find($"agent-{agents - 1}")!, directory.Find("agent-0")!);
        // The last of its grants gives it, so all are looked at.
        var call = new AgentCall("webex-create-message", AgentResource.Messages, AgentLevel.Use) { Room = new RoomId($"space-{grants - 1}-0123456789") };

        var decided = await BestAsync(Calls, async () => await DecideAsync(free));
        var byDay = await BestAsync(Counted, async () => await DecideAsync(counted));
        var seen = await BestAsync(Calls, async () => Sure(await gate.SeesAsync(free, call, Facts.None, CancellationToken.None)));
        var changed = await BestAsync(50, async () =>
        {
            directory.Forget();
            await DecideAsync(free);
        });
        Console.WriteLine($"{name,-12} {decided.TotalMicroseconds,9:0.0} {byDay.TotalMicroseconds,15:0} {seen.TotalMicroseconds,15:0.0} {changed.TotalMicroseconds,15:0}");
        return decided;

        async Task DecideAsync(AgentProfile agent) => Sure((await gate.DecideAsync(agent, call, Facts.None, CancellationToken.None)).Verdict == AgentVerdict.Allowed);
    }

    private static Task FillAsync(Database database, int agents, int grants) => database.WriteAsync(session =>
    {
        for (var agent = 0; agent < agents; agent++)
        {
            AgentLedger.Add(session, new StoredAgent { Name = $"agent-{agent}", Identity = "bot", PerMinute = 0, PerDay = agent == 0 ? 1_000_000 : 0, AddedAt = 1 });
            for (var grant = 0; grant < grants; grant++)
            {
                var rule = $$"""{"Resources":"messages;spaces;memberships","Level":"use","Spaces":"space-{{grant}}-0123456789","Days":"mon-sun","Zone":"Europe/Berlin"}""";
                AgentLedger.Grant(session, new StoredGrant { Agent = $"agent-{agent}", Name = $"grant-{grant}", Rule = rule, AddedAt = 1 });
            }
        }

        return 0;
    });

    private static async Task<TimeSpan> BestAsync(int times, Func<Task> work)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
                await work();
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(began).Ticks / times));
        }

        return best;
    }

    private static void Sure(bool isAllowed)
    {
        if (!isAllowed)
            throw new InvalidOperationException("A call was refused that is given.");
    }

    /// <summary>Webex is not what is measured.</summary>
    private sealed class Facts : ICallFacts
    {
        public static Facts None { get; } = new();

        public ValueTask<TeamId?> TeamOfAsync(RoomId room, CancellationToken cancellationToken) => default;

        public ValueTask<(bool IsDirect, PersonId? With)?> DirectAsync(RoomId room, CancellationToken cancellationToken) => default;

        public ValueTask<IReadOnlyList<string>> EmailsOfAsync(PersonId person, CancellationToken cancellationToken) => new([]);

        public ValueTask<PersonId?> PersonOfAsync(string email, CancellationToken cancellationToken) => default;

        public ValueTask<string?> TitleOfAsync(RoomId room, CancellationToken cancellationToken) => default;
    }
}
