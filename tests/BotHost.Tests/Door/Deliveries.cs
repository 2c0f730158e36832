using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BotHost.Bot;
using BotHost.Storage;
using BotHost.Testing;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Door;

/// <summary>Delivers as Webex does, and looks at the file behind the door.</summary>
internal sealed class Deliveries : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Deliveries(TestBot bot)
    {
        Bot = bot;
        // A forger is not bound to ASCII.
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 };
        _http = new HttpClient(handler) { BaseAddress = bot.Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public TestBot Bot { get; }

    /// <summary>A host and a local Webex of their own. Null: no routes, so that nothing but the test delivers.</summary>
    public static async Task<Deliveries> StartAsync(Action<BotRoutes>? routes = null, IEnumerable<(string Key, string? Value)>? settings = null) =>
        new(await TestBot.StartAsync(routes ?? (_ => { }), settings, cancellationToken: TestContext.Current.CancellationToken));

    public static byte[] Envelope(string id, string room = "room", string me = "nobody") => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["resource"] = "messages",
        ["event"] = "created",
        ["createdBy"] = me,
        ["data"] = new JsonObject { ["id"] = id, ["roomId"] = room },
    }.ToJsonString());

    public static string Sign(byte[] body, string secret = TestBot.WebhookSecret) =>
        Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), body));

    public Task<HttpStatusCode> DeliverAsync(byte[] body, string secret = TestBot.WebhookSecret) => SendAsync(body, Sign(body, secret));

    public async Task<HttpStatusCode> ReadyAsync()
    {
        using var response = await _http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> SendAsync(byte[] body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/webex") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Spark-Signature", signature);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>The keys on disk, without whose webhook it was, in order, read by a connection that shares nothing with the host's.</summary>
    public List<string> Keys()
    {
        using var connection = OpenFile();
        return [.. connection.Query<string>("SELECT key FROM events ORDER BY sequence").Select(key => key.Split('|')[0])];
    }

    public SqliteConnection OpenFile()
    {
        var file = Bot.Host.Services.GetRequiredService<IStoreEngine>().Name;
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Stops both. That the door refuses and the dispatcher quarantines is what these tests are about: a warning is no surprise.</summary>
    public async ValueTask DisposeAsync()
    {
        await Bot.QuietAsync();
        Bot.ExpectWarnings();
        _http.Dispose();
        await Bot.DisposeAsync();
    }
}
