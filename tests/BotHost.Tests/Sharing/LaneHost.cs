using BotHost.Storage;
using BotHost.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotHost.Tests.Sharing;

/// <summary>As much of a host as has lanes.</summary>
internal sealed class LaneHost : IAsyncDisposable
{
    private readonly IStoreEngine _engine;
    private readonly Database _database;
    private readonly LaneKeeper _keeper;

    private LaneHost(TestStore store, LeaseTimes times)
    {
        _engine = store.Engine();
        _database = new Database(_engine, TimeProvider.System);
        var (table, bell) = (new LaneTable(_database, times), new LaneBell());
        Lanes = new LeasedLanes("in:", table, bell, times, TimeProvider.System);
        _keeper = new LaneKeeper(_engine, table, bell, times, [Lanes], TimeProvider.System, NullLogger<LaneKeeper>.Instance);
    }

    public LeasedLanes Lanes { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<LaneHost> StartAsync(TestStore store, LeaseTimes times)
    {
        var host = new LaneHost(store, times);
        await host._keeper.StartAsync(Cancelled);
        return host;
    }

    public async Task AnnounceAsync(string lane)
    {
        await _database.WriteAsync(session =>
        {
            Lanes.Announce(session, lane, dueAt: 0);
            return 0;
        }, cancellationToken: Cancelled);
        Lanes.Wake(lane, dueAt: 0);
    }

    public Task<bool> ConfirmAsync(Lane lane) => _database.WriteAsync(session => Lanes.Confirm(session, lane), cancellationToken: Cancelled);

    /// <summary>It gives no sign of life any more; a lane somebody is in stays his.</summary>
    public Task StandStillAsync() => _keeper.StopAsync(Cancelled);

    public async ValueTask DisposeAsync()
    {
        await _keeper.StopAsync(CancellationToken.None);
        _keeper.Dispose();
        _database.Dispose();
    }
}
