using System.Net;
using System.Net.Sockets;

namespace BotHost.Benchmarks.Faults;

/// <summary>A local Webex, a store, and the hosts that share it: what one experiment happens in.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Secret = "faults-secret-0123456789abcdef";

    private readonly List<HostProcess> _all = [];
    private readonly int[] _ports;
    private readonly bool _ownsFolder;

    private World(LocalWebex webex, Store store, string folder, int hosts, bool ownsFolder)
    {
        (Webex, Store, Folder, _ownsFolder) = (webex, store, folder, ownsFolder);
        _ports = [.. Enumerable.Range(0, hosts).Select(_ => FreePort())];
        Hosts = new HostProcess?[hosts];
    }

    public LocalWebex Webex { get; }

    public Store Store { get; }

    public string Folder { get; }

    /// <summary>The hosts that were started last, by their places. Webex delivers to the first.</summary>
    public HostProcess?[] Hosts { get; }

    /// <summary>The only host, where there is one.</summary>
    public HostProcess Host => Hosts[0]!;

    public Uri Door => new($"http://127.0.0.1:{_ports[0]}/webhooks/webex");

    /// <summary>Settings beside the usual ones, for every host that is started from now on.</summary>
    public List<string> HostSettings { get; } = [];

    /// <summary>What every process wrote that was started here.</summary>
    public IEnumerable<string> Said => _all.SelectMany(host => host.Said);

    /// <param name="people">How many talk to the bot.</param>
    /// <param name="simulator">Settings of the simulator.</param>
    /// <param name="folder">Where the store is to be; a new folder where null.</param>
    /// <param name="store">Makes the store. SQLite where null.</param>
    /// <param name="hosts">How many share it.</param>
    public static async Task<World> CreateAsync(
        int people, CancellationToken cancellationToken, IEnumerable<string>? simulator = null, string? folder = null, Func<CancellationToken, Task<Store>>? store = null, int hosts = 1)
    {
        // Whether Webex repeats a failed delivery is not known: here it does, often, so that a command that was said is a command that
        // must be answered.
        var shared = store is null ? null : await store(cancellationToken);
        var webex = await LocalWebex.StartAsync(people,
            ["--Simulator:Webhooks:Retries=100", "--Simulator:Webhooks:RetryDelay=00:00:00.3", .. simulator ?? []], cancellationToken);
        var place = folder ?? Directory.CreateTempSubdirectory("bothost-faults-").FullName;
        return new World(webex, shared ?? new SqliteStore(place), place, hosts, ownsFolder: folder is null);
    }

    /// <summary>Starts a host and waits until it takes connections.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> StartAsync(CancellationToken cancellationToken, int place = 0)
    {
        var host = Launch(place);
        return await host.WhenListeningAsync(cancellationToken);
    }

    /// <summary>Starts a host and waits until Webex delivers to it.</summary>
    public async Task StartReadyAsync(CancellationToken cancellationToken, int place = 0)
    {
        await StartAsync(cancellationToken, place);
        using var http = new HttpClient();
        await Patience.UntilAsync(async () => await StatusAsync(http, place, cancellationToken) == HttpStatusCode.OK, TimeSpan.FromSeconds(60), "the host was not ready", cancellationToken);
    }

    /// <summary>Starts a host, whatever comes of it.</summary>
    public HostProcess Launch(int place = 0)
    {
        var host = new HostProcess(
        [
            $"--BotHost:Listen=http://127.0.0.1:{_ports[place]}", $"--BotHost:PublicUrl=http://127.0.0.1:{_ports[0]}", "--BotHost:RetryDelay=00:00:00.01",
            $"--Webex:BaseUrl={Webex.Address}/v1/", $"--Webex:AccessToken={Webex.Bot.Token}", $"--Webex:WebhookSecrets={Secret}",
            "--Webex:Timeout=00:00:01", "--Outbox:SettleTime=00:00:01", "--Access:Default=Everyone", "--BotHost:TurnsPerMinute=0", "--Storage:MinFreeSpace=0", "--Serilog:MinimumLevel:Default=Warning",
            $"--Faults:Folder={Folder}", .. Store.Settings, .. HostSettings,
        ], _ports[place]);
        _all.Add(host);
        return Hosts[place] = host;
    }

    /// <summary>What its readiness says.</summary>
    public async Task<HttpStatusCode> StatusAsync(HttpClient http, int place, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"http://127.0.0.1:{_ports[place]}/health/ready", cancellationToken);
        return response.StatusCode;
    }

    /// <summary>Waits until everything that was delivered is dealt with, by the store's account.</summary>
    /// <returns>Whether that came to be.</returns>
    public async Task<bool> SettledAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        // A reply that ends the work has an echo, which is work again.
        return await Patience.IsReachedAsync(
            async () => await Webex.DeliveredAsync(patience, cancellationToken) && Store.Number(Open) == 0 && await Webex.DeliveredAsync(TimeSpan.Zero, cancellationToken)
                && Store.Number(Open) == 0,
            patience, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _all)
            await host.DisposeAsync();
        await Webex.DisposeAsync();
        await Store.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private const string Open = "SELECT (SELECT count(*) FROM events WHERE status <= 1) + (SELECT count(*) FROM effects WHERE state <= 1)";

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
