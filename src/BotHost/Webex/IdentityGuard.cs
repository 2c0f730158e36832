namespace BotHost.Webex;

/// <summary>
/// Whether Webex accepts who we are. Once it answers 401 to anything, nothing more is begun and everything keeps its place, until
/// <c>GET /people/me</c> succeeds again: a token that was renewed, or a fault of Webex's that is over.
/// </summary>
internal sealed partial class IdentityGuard(
    WebexClient webex, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<IdentityGuard> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private TaskCompletionSource? _refused;

    /// <summary>Whether Webex refuses our token at present.</summary>
    public bool IsRefused
    {
        get
        {
            lock (_gate)
                return _refused is not null;
        }
    }

    /// <summary>Completes when Webex accepts our token, as far as is known.</summary>
    public Task WhenAcceptedAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _refused?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;
    }

    /// <summary>Says that Webex answered 401.</summary>
    public void Refuse()
    {
        lock (_gate)
        {
            if (_refused is not null || lifetime.ApplicationStopping.IsCancellationRequested)
                return;
            _refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        Log.Refused(logger);
        _ = ProbeAsync(lifetime.ApplicationStopping);
    }

    private async Task ProbeAsync(CancellationToken stopping)
    {
        try
        {
            for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            {
                await Task.Delay(pause, time, stopping).ConfigureAwait(false);
                try
                {
                    await webex.People.GetMeAsync(stopping).ConfigureAwait(false);
                    break;
                }
                catch (WebexException)
                {
                    // The client's log says how it ended.
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (_gate)
        {
            _refused!.SetResult();
            _refused = null;
        }

        Log.Accepted(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Webex refuses the bot's token (401). Everything waits in its place. Put a valid one in Webex:AccessToken or its file")]
        public static partial void Refused(ILogger logger);

        [LoggerMessage(LogLevel.Information, "Webex accepts the bot's token again; going on")]
        public static partial void Accepted(ILogger logger);
    }
}
