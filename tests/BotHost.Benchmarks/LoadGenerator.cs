using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BotHost.Benchmarks;

/// <summary>What one round of load came to.</summary>
internal sealed record Round(long Accepted, long Other, TimeSpan Elapsed, IReadOnlyList<double> Milliseconds)
{
    public double PerSecond => Accepted / Elapsed.TotalSeconds;

    public double Percentile(double share) => Milliseconds.Count == 0 ? double.NaN : Milliseconds[(int)(share * (Milliseconds.Count - 1))];
}

/// <summary>Keeps a number of connections busy, one request at a time each, every body new. It never retries, as Webex never does.</summary>
internal static class LoadGenerator
{
    private static long _number;

    /// <param name="port">Where to.</param>
    /// <param name="connections">How many.</param>
    /// <param name="duration">How long.</param>
    /// <param name="perSecond">
    /// Open loop: so many a second in all, whether or not earlier ones are answered in time, each timed from when it was due. Null: each
    /// connection sends the next as soon as it has an answer.
    /// </param>
    public static async Task<Round> RunAsync(int port, int connections, TimeSpan duration, int? perSecond = null)
    {
        long accepted = 0, other = 0;
        var latencies = new List<double>[connections];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async connection =>
        {
            var mine = latencies[connection] = [];
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            var answer = new byte[4096];
            for (var turn = 0; clock.Elapsed < duration; turn++)
            {
                var due = perSecond is { } rate ? TimeSpan.FromSeconds((turn * connections + connection) / (double)rate) : clock.Elapsed;
                if (due > clock.Elapsed)
                    await Task.Delay(due - clock.Elapsed, TimeProvider.System);
                var request = Envelopes.Request(Interlocked.Increment(ref _number), port);
                var begun = perSecond is null ? clock.Elapsed : due;
                await socket.SendAsync(request);
                var length = 0;
                while (!answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                {
                    var read = await socket.ReceiveAsync(answer.AsMemory(length));
                    if (read == 0)
                        throw new IOException("The server closed the connection.");
                    length += read;
                }

                mine.Add((clock.Elapsed - begun).TotalMilliseconds);
                if (answer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
                    Interlocked.Increment(ref accepted);
                else
                    Interlocked.Increment(ref other);
            }
        }));
        return new Round(accepted, other, clock.Elapsed, [.. latencies.SelectMany(l => l).Order()]);
    }
}
