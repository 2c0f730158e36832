using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace BotHost.Benchmarks.Faults;

/// <summary>A host under test: a process of its own, started as a person would start it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const int Terminate = 15, Continue = 18, Stop = 19;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = [];

    public HostProcess(IEnumerable<string> args, int port)
    {
        Port = port;
        var start = new ProcessStartInfo("dotnet", [typeof(HostProcess).Assembly.Location, "serve", "fault-bot", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var since = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        Started = since;
        // Read on, always: a full pipe would stop it.
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Everything it wrote.</summary>
    public IReadOnlyCollection<string> Said => _said;

    private long Started { get; }

    /// <summary>Waits until it takes connections, which it does once its store is open.</summary>
    /// <returns>How long that took since the process was started.</returns>
    public async Task<TimeSpan> WhenListeningAsync(CancellationToken cancellationToken)
    {
        while (Stopwatch.GetElapsedTime(Started) < TimeSpan.FromSeconds(60))
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
                return Stopwatch.GetElapsedTime(Started);
            }
            catch (SocketException) when (!HasEnded)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
            }
            catch (SocketException)
            {
                await _process.WaitForExitAsync(cancellationToken);
                throw new InvalidOperationException($"The host ended with {_process.ExitCode} before it listened: {string.Join('\n', Said)}");
            }
        }

        throw new TimeoutException($"The host never listened. It said: {string.Join('\n', Said)}");
    }

    /// <summary>What <c>kill -9</c> does; waits until it is gone.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>What an operator's stop does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        Send(Terminate);
        return await WhenEndedAsync(cancellationToken);
    }

    /// <summary>Takes the processor away from it, as a machine does that is moved or swaps.</summary>
    public void Freeze() => Send(Stop);

    public void Thaw() => Send(Continue);

    public async Task<int> WhenEndedAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasEnded)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null)
            _said.Enqueue(line);
    }

    private void Send(int signal)
    {
        if (Kill(_process.Id, signal) != 0)
            throw new InvalidOperationException($"The host could not be sent signal {signal}.");
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
