namespace WebexSimulator.State;

/// <summary>Writes the state a moment after it changed, and when the program ends. By the world's clock, as the simulator's may stand still.</summary>
internal sealed partial class StateKeeper(StateFile file, ILogger<StateKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _changed = new(0, 1);

    /// <summary>Whatever is no GET may have changed something.</summary>
    public static async Task NoticeAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (!HttpMethods.IsGet(http.Request.Method)) http.RequestServices.GetRequiredService<StateKeeper>().Changed();
    }

    public void Changed()
    {
        try
        {
            _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is known already.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (file.IsWanted) Write();
    }

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (file.IsWanted)
        {
            await _changed.WaitAsync(stoppingToken);
            await Task.Delay(Moment, TimeProvider.System, stoppingToken);
            Write();
        }
    }

    // A full disk must not end the simulator; the next change tries again.
    private void Write()
    {
        try
        {
            file.Write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.NotWritten(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The state could not be written: see that the folder of Simulator:State exists and has room")]
        public static partial void NotWritten(ILogger logger, Exception exception);
    }
}
