using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Hosting;
using BotHost.Tests.Storage;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WebexSimulator;

namespace BotHost.Tests.Sharing;

/// <summary>
/// Two hosts as programs on one store: Webex delivers to the first, which has so few workers that the other, its helper, does much of
/// the work.
/// </summary>
internal sealed class Pair : IAsyncDisposable
{
    private const string Secret = "a-secret-of-some-length";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Dictionary<string, List<string>> _said = [];
    private TestStore _store = null!;
    private Database _database = null!;
    private WebApplication _webex = null!;
    private WebexAccounts _accounts = null!;
    private ProgramUnderTest _first = null!;
    private Uri _helperAddress = null!;

    public ProgramUnderTest Helper { get; private set; } = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Pair> StartAsync(int rooms)
    {
        var pair = new Pair();
        try
        {
            await pair.OpenAsync(rooms);
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has Alice say <c>ping</c> in all rooms, so often in each.</summary>
    /// <param name="hasTheHelperToo">Whether the helper is told as well; otherwise Webex tells the first alone.</param>
    public Task SayAsync(int each, bool hasTheHelperToo = false) => Task.WhenAll(_said.Keys.Select(async room =>
    {
        for (var i = 0; i < each; i++)
        {
            var said = await CallAsync("messages", new { roomId = room, markdown = $"<@personEmail:{TestBot.BotEmail}> ping" });
            _said[room].Add(said);
            if (hasTheHelperToo)
                await SignedWebhook.PostAsync(_http, _helperAddress, SignedWebhook.Envelope("messages", "created", said, _accounts.Of(TestBot.BotEmail).PersonId, room), Secret, Cancelled);
        }
    }));

    public Task UntilHelperHasLanesAsync(bool has) => Crowd.UntilAsync(() => Task.FromResult(has == _database.Read(c => c.ExecuteScalar<bool>(
        "SELECT EXISTS (SELECT FROM lanes WHERE split_part(owner, '/', 2) = @id)", new { id = Helper.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) }))));

    /// <summary>Waits until nothing is open, and looks for one answer to each message, in order.</summary>
    public async Task ShouldHaveAnsweredAsync(int each)
    {
        await Crowd.UntilAsync(() => Task.FromResult(_database.Read(c => c.ExecuteScalar<bool>(
            """
            SELECT (SELECT count(*) FROM effects) >= @answers AND NOT EXISTS (SELECT FROM events WHERE status <= 1) AND NOT EXISTS (SELECT FROM effects WHERE state <= 1)
            """, new { answers = each * _said.Count }))));
        foreach (var (room, said) in _said)
        {
            using var request = Request(HttpMethod.Get, $"messages?roomId={room}&max=100");
            using var response = await _http.SendAsync(request, Cancelled);
            var messages = System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancelled)).GetProperty("items").EnumerateArray();
            messages.Where(message => message.GetProperty("personEmail").GetString() == TestBot.BotEmail).Reverse().Select(message => message.GetProperty("parentId").GetString())
                .ShouldBe(said);
            said.Count.ShouldBe(each);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in new[] { _first, Helper })
        {
            if (program is not null)
                await program.DisposeAsync();
        }

        _http.Dispose();
        _database?.Dispose();
        _store?.Dispose();
        if (_webex is not null)
            await _webex.DisposeAsync();
    }

    private async Task OpenAsync(int rooms)
    {
        _store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        _database = _store.Open();
        _webex = SimulatorApp.Build(
            // Work that takes a moment: some of it is under way whenever one looks.
            ["--Simulator:Listen=http://127.0.0.1:0", """--Simulator:Faults=[{"method":"POST","path":"/messages","email":"bothost@webex.bot","delayAfter":"00:00:00.1"}]"""],
            b => b.Logging.SetMinimumLevel(LogLevel.None));
        await _webex.StartAsync(Cancelled);
        _accounts = await WebexAccounts.ReadAsync(_webex.Urls.First(), Cancelled);
        foreach (var i in Enumerable.Range(1, rooms))
        {
            var room = await CallAsync("rooms", new { title = $"Space {i}" });
            await CallAsync("memberships", new { roomId = room, personEmail = TestBot.BotEmail });
            _said[room] = [];
        }

        var (first, helper) = (ProgramUnderTest.FreePort(), ProgramUnderTest.FreePort());
        _helperAddress = new Uri($"http://127.0.0.1:{helper}");
        Helper = await StartAsync(helper, first);
        _first = await StartAsync(first, first, "--BotHost:Concurrency=2", "--Outbox:Concurrency=2");
    }

    private async Task<ProgramUnderTest> StartAsync(int port, int deliverTo, params string[] more)
    {
        var program = new ProgramUnderTest(Repository.Program("BotHost"),
        [
            $"--BotHost:Listen=http://127.0.0.1:{port}",
            $"--BotHost:PublicUrl=http://127.0.0.1:{deliverTo}",
            $"--Webex:BaseUrl={_webex.Urls.First()}/v1/",
            $"--Webex:AccessToken={_accounts.Of(TestBot.BotEmail).Token}",
            $"--Webex:WebhookSecrets={Secret}",
            "--Webex:Timeout=00:00:02",
            "--Outbox:SettleTime=00:00:04",
            "--Access:Default=Everyone",
            .. _store.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            .. more,
        ]);
        await program.WaitForAsync("Ready:", Cancelled);
        return program;
    }

    /// <summary>Alice makes something, and its id is returned.</summary>
    private async Task<string> CallAsync(string path, object body)
    {
        using var request = Request(HttpMethod.Post, path);
        request.Content = System.Net.Http.Json.JsonContent.Create(body);
        using var response = await _http.SendAsync(request, Cancelled);
        response.EnsureSuccessStatusCode();
        return System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancelled)).GetProperty("id").GetString()!;
    }

    private HttpRequestMessage Request(HttpMethod method, string path) => new(method, $"{_webex.Urls.First()}/v1/{path}")
    {
        Headers = { Authorization = new("Bearer", _accounts.Of("alice@example.com").Token) },
    };
}
