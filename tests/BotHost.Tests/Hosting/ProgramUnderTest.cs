using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace BotHost.Tests.Hosting;

/// <summary>A program started as a person would start it, in a folder of its own, with nothing of the test's environment that could help it.</summary>
internal sealed class ProgramUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-program-");
    private readonly Process _process;
    private readonly Task<string> _errors;

    public ProgramUnderTest(string dll, IEnumerable<string> args, IEnumerable<(string Key, string Value)>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. args])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Ambient settings a program must not listen to.
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:1";
        start.Environment["ASPNETCORE_HTTP_PORTS"] = "1";
        foreach (var (key, value) in environment ?? [])
            start.Environment[key] = value;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    public string Folder => _folder.FullName;

    /// <summary>Reads lines until one contains a text; returns all of them.</summary>
    public async Task<string> WaitForAsync(string text, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var lines = new List<string>();
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                lines.Add(line);
                if (line.Contains(text, StringComparison.Ordinal))
                    return string.Join('\n', lines);
            }

            throw new InvalidOperationException($"It ended before it said '{text}'. It said:\n{string.Join('\n', lines)}\n{await _errors}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"It never said '{text}'. It said:\n{string.Join('\n', lines)}");
        }
    }

    public int Id => _process.Id;

    /// <summary>It stands still, as a machine does that is suspended.</summary>
    public void Stop() => Kill(_process.Id, 19).ShouldBe(0);

    /// <summary>It goes on, and does not know that it stood still.</summary>
    public void Continue() => Kill(_process.Id, 18).ShouldBe(0);

    /// <summary>What <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>What Ctrl-C does.</summary>
    public async Task<int> InterruptAsync(CancellationToken cancellationToken)
    {
        Kill(_process.Id, 2).ShouldBe(0);
        return (await ExitAsync(cancellationToken)).Code;
    }

    public async Task<(int Code, string Errors)> ExitAsync(CancellationToken cancellationToken)
    {
        // Nobody reads on: a full pipe must not keep it from ending.
        _ = _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, await _errors);
    }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
