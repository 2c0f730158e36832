namespace BotHost.Identities;

/// <summary>Has a host that cannot use the keys in its store not start: every consent would seem to be lost.</summary>
internal sealed class KeyCheck(TokenVault vault) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => vault.OpenAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
