using System.Diagnostics;

namespace BotHost.Benchmarks;

/// <summary>What many events that wait cost: memory, and time until a host that starts with them takes the next.</summary>
internal static class BacklogBenchmark
{
    public static async Task<int> RunAsync(int events)
    {
        var folder = Directory.CreateTempSubdirectory("bothost-benchmark-");
        try
        {
            // Each once that does not count: files that are not in memory yet.
            _ = await StartAsync(folder.FullName);
            var without = await StartAsync(folder.FullName);
            await FillAsync(folder.FullName, events);
            _ = await StartAsync(folder.FullName);
            var with = await StartAsync(folder.FullName);
            Console.WriteLine($"{"waiting",9} {"s to listening",15} {"MB",6}");
            Console.WriteLine($"{0,9} {without.Listening.TotalSeconds,15:0.00} {without.Megabytes,6:0}");
            Console.WriteLine($"{events,9} {with.Listening.TotalSeconds,15:0.00} {with.Megabytes,6:0}");
            Console.WriteLine($"more memory: {with.Megabytes - without.Megabytes:0} MB");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(TimeSpan Listening, double Megabytes)> StartAsync(string folder)
    {
        var port = Ports.Free();
        var since = Stopwatch.GetTimestamp();
        using var bot = Processes.Serve("bot", port.ToString(), folder);
        try
        {
            await Ports.WaitAsync(port);
            var listening = Stopwatch.GetElapsedTime(since);
            // Some webhooks, so that both have done the same before they are looked at.
            await LoadGenerator.RunAsync(port, connections: 1, TimeSpan.FromSeconds(1));
            bot.Refresh();
            return (listening, bot.WorkingSet64 / 1024.0 / 1024);
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync();
        }
    }

    private static async Task FillAsync(string folder, int events)
    {
        var port = Ports.Free();
        using var bot = Processes.Serve("bot", port.ToString(), folder);
        try
        {
            await Ports.WaitAsync(port);
            for (var stored = 0L; stored < events;)
                stored += (await LoadGenerator.RunAsync(port, connections: 64, TimeSpan.FromSeconds(1))).Accepted;
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync();
        }
    }
}
