using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BotHost.Benchmarks.Faults;
using Npgsql;

namespace BotHost.Benchmarks;

/// <summary>A real PostgreSQL on loopback, with a folder of its own. It ends with whoever started it, however that ends.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>PostgreSQL does not run as root.</summary>
    private static readonly string[] AsItsUser = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : [];

    private readonly string _programs;
    private readonly DirectoryInfo _folder;
    private readonly int _port;
    private Process? _process;

    private PostgresServer(string programs, DirectoryInfo folder, int port) => (_programs, _folder, _port) = (programs, folder, port);

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>The folder of PostgreSQL's programs, which Debian keeps off the path; null where they are not installed.</summary>
    public static string? Programs { get; } = FindPrograms();

    /// <summary>Starts one.</summary>
    /// <exception cref="CannotRunException">It is not installed.</exception>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var programs = Programs ?? throw new CannotRunException("needs PostgreSQL: install the package postgresql");
        var server = new PostgresServer(programs, Directory.CreateTempSubdirectory("bothost-postgres-"), FreePort());
        try
        {
            if (AsItsUser.Length > 0)
                await RunAsync(["chown", "postgres", server._folder.FullName], cancellationToken);
            await RunAsync([.. AsItsUser, Path.Combine(server._programs, "initdb"), "-D", server.Data, "-U", "bothost", "-A", "trust",
                "-E", "UTF8", "--locale=C", "--no-sync"], cancellationToken);
            await server.StartAgainAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"CREATE DATABASE {name}", cancellationToken);
        return ConnectionString(name);
    }

    /// <summary>Says something to the server as its administrator.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends it as a power cut does: nobody is told, the log is replayed at the next start.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        await RunAsync([.. AsItsUser, Path.Combine(_programs, "pg_ctl"), "stop", "-m", "immediate", "-D", Data], cancellationToken);
        await EndAsync();
    }

    /// <summary>Starts it, at the same port with the same data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        // It lives as long as its standard input is open: the test's end, also a violent one, closes it.
        const string script = """
            exec 3<&0
            "$@" 2>&1 3<&- & server=$!
            (read -r _ <&3; kill -QUIT $server 2>&-) & reader=$!
            wait $server
            kill $reader 2>&-
            """;
        var process = _process = Start([.. AsItsUser, "sh", "-c", script, "sh", Path.Combine(_programs, "postgres"),
            "-D", Data, "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=300"]);
        var said = new List<string>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said.Add(line);
            if (!line.Contains("ready to accept connections", StringComparison.Ordinal))
                continue;
            // What it says from now on must not fill the pipe.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return;
        }

        throw new InvalidOperationException("PostgreSQL did not start:\n" + string.Join('\n', said));
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _folder.Delete(recursive: true);
    }

    private static string? FindPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(v => Path.Combine(v, "bin")) : [];
        return versions.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private async Task EndAsync()
    {
        using var ending = Interlocked.Exchange(ref _process, null);
        if (ending is null)
            return;
        ending.StandardInput.Close();
        await ending.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=bothost;Database={database}";

    private static async Task RunAsync(string[] command, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        var said = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}:\n{await said}");
    }

    private static Process Start(string[] command) => Process.Start(new ProcessStartInfo(command[0], command[1..])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        // Not a folder that its user may not enter.
        WorkingDirectory = Path.GetTempPath(),
    })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
