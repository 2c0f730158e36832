using BotHost.Benchmarks;
using BotHost.Tests.Hosting;

[assembly: AssemblyFixture(typeof(BotHost.Tests.Storage.SharedPostgres))]

namespace BotHost.Tests.Storage;

/// <summary>One server for a run of tests, started by the first that asks, stopped after the last. Each test has a database of its own.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(StartAsync);

    internal static async Task<PostgresServer> ServerAsync(CancellationToken cancellationToken)
    {
        // Asked here too: a test is skipped, where a server that failed for one would fail for all.
        Needs.PostgreSql();
        return await Server.Value.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await Server.Value).DisposeAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var server = await Needs.StartPostgreSqlAsync(CancellationToken.None);
        // It would look into hundreds of databases again and again, each of which is used for a second.
        await server.ExecuteAsync("ALTER SYSTEM SET autovacuum = off", CancellationToken.None);
        await server.ExecuteAsync("SELECT pg_reload_conf()", CancellationToken.None);
        return server;
    }
}
