using System.Diagnostics;
using System.Net;

namespace BotHost.Benchmarks.Faults;

/// <summary>The store's disk is full, and then not any more: a real one, of a few megabytes. Needs to be root on Linux.</summary>
internal sealed class DiskFull : IExperiment
{
    public string Name => "disk-full";

    public string Does => "the store's disk fills up while webhooks arrive, and is cleared: 503 while it is full, 200 before and after, and nobody starts the host anew";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var times = setting.Of(5, 1);
        var folder = Directory.CreateTempSubdirectory("bothost-faults-").FullName;
        if (!await MountAsync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", folder], cancellationToken))
            throw new CannotRunException("no disk of a few megabytes can be mounted here; run it as root");
        try
        {
            await RunAsync(folder, times, findings, cancellationToken);
        }
        finally
        {
            await MountAsync("umount", ["-l", folder], CancellationToken.None);
            Directory.Delete(folder);
        }
    }

    private static async Task RunAsync(string folder, int times, Findings findings, CancellationToken cancellationToken)
    {
        await using var world = await World.CreateAsync(people: 1, cancellationToken, folder: folder);
        using var events = new SignedEvents(world);
        using var http = new HttpClient();
        await world.StartReadyAsync(cancellationToken);
        var slowest = TimeSpan.Zero;
        for (var time = 0; time < times; time++)
        {
            await events.SendAsync(connections: 8, most: 500, cancellationToken);
            var filler = Path.Combine(folder, "filler");
            await FillAsync(filler);
            await Patience.UntilAsync(async () => await events.SendOneAsync() == HttpStatusCode.ServiceUnavailable
                && await world.StatusAsync(http, 0, cancellationToken) == HttpStatusCode.ServiceUnavailable,
                TimeSpan.FromSeconds(60), "a full disk was not noticed by door and readiness", cancellationToken);

            var since = TimeProvider.System.GetTimestamp();
            File.Delete(filler);
            await Patience.UntilAsync(async () => await world.StatusAsync(http, 0, cancellationToken) == HttpStatusCode.OK, TimeSpan.FromSeconds(30), "it does not recover", cancellationToken);
            slowest = new TimeSpan(Math.Max(slowest.Ticks, TimeProvider.System.GetElapsedTime(since).Ticks));
            findings.Require(await events.SendOneAsync() == HttpStatusCode.OK, "it is ready and does not store");
        }

        await Invariants.CheckAsync(world, findings, cancellationToken);
        var stored = world.Store.Query<string>("SELECT key FROM events").Select(key => key[(key.IndexOf(':') + 1)..key.IndexOf('|')]).ToHashSet();
        findings.Note("times full", times);
        findings.Note("acknowledged", events.Acknowledged.Count);
        findings.Note("answers 503", events.Refused.GetValueOrDefault(HttpStatusCode.ServiceUnavailable));
        findings.Note("s to recover (longest)", $"{slowest.TotalSeconds:0.0}");
        findings.RequireNone(events.Refused.Keys.Where(status => status != HttpStatusCode.ServiceUnavailable), "an answer that was neither 200 nor 503");
        findings.RequireNone(events.Acknowledged.Where(message => !stored.Contains(message)), "acknowledged and not stored");
    }

    /// <summary>Takes what is left of the disk, to the last byte.</summary>
    private static async Task FillAsync(string file)
    {
        await using var filler = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = 1 << 20; size > 0; size /= 2)
        {
            try
            {
                while (true)
                    filler.Write(new byte[size]);
            }
            catch (IOException)
            {
                // Not so much any more.
            }
        }
    }

    private static async Task<bool> MountAsync(string program, string[] args, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
