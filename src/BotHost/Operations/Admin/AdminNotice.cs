namespace BotHost.Operations;

/// <summary>Says once, when the host has started, where operators reach it, or what is missing for that.</summary>
internal sealed partial class AdminNotice(AdminListener listener, ILogger<AdminNotice> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (listener.Address is { } address)
            Log.Listening(logger, address);
        else
            Log.Off(logger);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Operators reach this host at {Address}admin")]
        public static partial void Listening(ILogger logger, Uri address);

        [LoggerMessage(LogLevel.Information, "No Admin:Token is set, so there is no /admin: operators' commands work only while this host is stopped")]
        public static partial void Off(ILogger logger);
    }
}
