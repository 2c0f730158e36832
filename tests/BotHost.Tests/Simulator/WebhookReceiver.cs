using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace BotHost.Tests.Simulator;

/// <summary>A server that webhooks are delivered to.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Channel<Delivered> _delivered = Channel.CreateUnbounded<Delivered>();
    private readonly WebApplication _app;
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Lock _gate = new();
    private int _atOnce;

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>What it answers with.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Whom an answer waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public string Url => $"{_app.Urls.Single()}/hook";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.Run(receiver.ReceiveAsync);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Registers itself for an account and gives the webhook's id.</summary>
    public async Task<string> RegisterAsync(Account owner, string resource, string happening, string? filter = null, string? secret = null) =>
        (await owner.PostAsync("webhooks", new { name = "test", targetUrl = Url, resource, @event = happening, filter, secret })).Ok().Text("id");

    /// <summary>All there was, once nothing is left to deliver.</summary>
    public async Task<IReadOnlyList<Delivered>> AllAsync(LocalWebex webex)
    {
        await webex.QuietAsync();
        var all = new List<Delivered>();
        while (_delivered.Reader.TryRead(out var one)) all.Add(one);
        return all;
    }

    /// <summary>The most deliveries that waited for an answer at one time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Until so many have arrived in all, answered or not.</summary>
    public async Task ArrivedAsync(int count)
    {
        for (; count > 0; count--)
            await _arrived.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Until something has arrived, answered or not.</summary>
    public ValueTask<bool> ArrivedAsync() => _delivered.Reader.WaitToReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        _delivered.Writer.TryWrite(new(body.ToArray(), http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        lock (_gate)
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
        _arrived.Release();
        await Gate;
        lock (_gate)
            _atOnce--;
        http.Response.StatusCode = Status;
    }
}

/// <summary>One delivery as it arrived.</summary>
internal sealed record Delivered(byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json { get; } = JsonElement.Parse(Body);

    public JsonElement Data => Json.GetProperty("data");

    public string Kind => $"{Json.GetProperty("resource")}/{Json.GetProperty("event")}";

    public IEnumerable<string> Keys => Json.EnumerateObject().Select(property => property.Name);

    public IEnumerable<string> DataKeys => Data.EnumerateObject().Select(property => property.Name);
}
