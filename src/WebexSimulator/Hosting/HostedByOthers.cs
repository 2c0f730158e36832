namespace WebexSimulator.Hosting;

/// <summary>Leaves Ctrl-C to whoever hosts us: a signal belongs to the process, and the process may hold more than the simulator.</summary>
internal sealed class HostedByOthers : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
