namespace BotHost.Storage;

/// <summary>
/// Workers that take lanes and do one piece of work in each, side by side. Told to stop, they take no more and finish what they have; told to
/// hurry, they give that up.
/// </summary>
/// <param name="lanes">Where the work is.</param>
/// <param name="mayWork">Completes when work may be taken.</param>
/// <param name="work">
/// One piece, given a token that says to give it up. It judges its own failures: what it returns is when the lane goes on; null where nothing
/// is left in it.
/// </param>
internal sealed class LaneWorkers(ILanes lanes, Func<CancellationToken, Task> mayWork, Func<Lane, CancellationToken, Task<NextWork?>> work) : IDisposable
{
    /// <summary>What is given up has this long to write that down, before the store is closed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _giveUp = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Works until it is told to stop.</summary>
    public Task RunAsync(int count, CancellationToken stopping) =>
        _running = Task.WhenAll(Enumerable.Range(0, count).Select(_ => WorkAsync(stopping)));

    /// <summary>Stops by means of <paramref name="stop"/>, and hurries where that is told to.</summary>
    public async Task StopAsync(Func<CancellationToken, Task> stop, CancellationToken cancellationToken)
    {
        await using (cancellationToken.Register(_giveUp.Cancel))
            await stop(cancellationToken).ConfigureAwait(false);
        await Task.WhenAny(_running, Task.Delay(Grace, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
    }

    public void Dispose() => _giveUp.Dispose();

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (true)
        {
            Lane lane;
            try
            {
                await mayWork(stopping).ConfigureAwait(false);
                lane = await lanes.TakeAsync(stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            lanes.Release(lane, await work(lane, _giveUp.Token).ConfigureAwait(false));
        }
    }
}
