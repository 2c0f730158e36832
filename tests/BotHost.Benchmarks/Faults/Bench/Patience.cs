namespace BotHost.Benchmarks.Faults;

/// <summary>Waits for what only shows when one looks: another process's store, another process's end.</summary>
internal static class Patience
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    /// <returns>Whether it came to be in time.</returns>
    public static async Task<bool> IsReachedAsync(Func<Task<bool>> look, TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await look())
        {
            if (TimeProvider.System.GetElapsedTime(since) > patience)
                return false;
            await Task.Delay(Between, TimeProvider.System, cancellationToken);
        }

        return true;
    }

    /// <exception cref="TimeoutException">It did not come to be.</exception>
    public static async Task UntilAsync(Func<Task<bool>> look, TimeSpan patience, string otherwise, CancellationToken cancellationToken)
    {
        if (!await IsReachedAsync(look, patience, cancellationToken))
            throw new TimeoutException($"{otherwise} within {patience.TotalSeconds:0} s");
    }

    public static Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, TimeProvider.System, cancellationToken);
}
