using System.Diagnostics;

namespace BotHost.Benchmarks;

/// <summary>
/// How many signed webhooks per second the door stores durably, beside a bare endpoint. Each server is a process of its own on one
/// core, the load on another; rounds alternate, so that a machine that changes its speed changes both.
/// </summary>
internal static class DoorBenchmark
{
    private const int Connections = 64;

    public static async Task<int> RunAsync(int rounds, TimeSpan duration)
    {
        var folder = Directory.CreateTempSubdirectory("bothost-benchmark-");
        var (barePort, botPort) = (Ports.Free(), Ports.Free());
        using var bare = Start("bare", barePort, folder.FullName);
        using var bot = Start("bot", botPort, folder.FullName);
        try
        {
            if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            {
                bare.ProcessorAffinity = bot.ProcessorAffinity = 1;
                using var self = Process.GetCurrentProcess();
                self.ProcessorAffinity = Environment.ProcessorCount > 1 ? 2 : 1;
            }

            await Ports.WaitAsync(barePort);
            await Ports.WaitAsync(botPort);
            Console.WriteLine($"{rounds} rounds of {duration.TotalSeconds:0} s, {Connections} connections, servers on one core, load on another");
            Console.WriteLine($"{"round",5} {"bare/s",9} {"stored/s",9} {"ratio",6} {"bare p99 ms",12} {"stored p99 ms",14} {"not 200",8}");
            // One of each that does not count: both are still being compiled.
            await LoadGenerator.RunAsync(barePort, Connections, duration);
            await LoadGenerator.RunAsync(botPort, Connections, duration);
            var ratios = new List<double>();
            for (var round = 1; round <= rounds; round++)
            {
                var without = await LoadGenerator.RunAsync(barePort, Connections, duration);
                var stored = await LoadGenerator.RunAsync(botPort, Connections, duration);
                ratios.Add(stored.PerSecond / without.PerSecond);
                Console.WriteLine($"{round,5} {without.PerSecond,9:0} {stored.PerSecond,9:0} {ratios[^1],6:0.00} {without.Percentile(0.99),12:0.0} "
                    + $"{stored.Percentile(0.99),14:0.0} {without.Other + stored.Other,8}");
            }

            Console.WriteLine($"median ratio {ratios.Order().ElementAt(ratios.Count / 2):0.00}");
            var steady = await LoadGenerator.RunAsync(botPort, Connections, 2 * duration, perSecond: 1000);
            Console.WriteLine($"1,000/s, open loop: stored {steady.PerSecond:0}/s, p50 {steady.Percentile(0.5):0.0} ms, p99 {steady.Percentile(0.99):0.0} ms, longest {steady.Percentile(1):0.0} ms, not 200: {steady.Other}");
            bot.Refresh();
            Console.WriteLine($"the bot's memory after it: {bot.WorkingSet64 / 1024 / 1024} MB");
            return 0;
        }
        finally
        {
            bare.Kill();
            bot.Kill();
            await bot.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string server, int port, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["serve", server, port.ToString(), .. server == "bot" ? [folder] : Array.Empty<string>()]);
        // One core: the runtime must not believe it has two.
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        return Process.Start(start)!;
    }
}
