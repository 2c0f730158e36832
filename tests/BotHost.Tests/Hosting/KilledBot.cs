using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Benchmarks.Faults;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Outbox;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Hosting;

/// <summary>
/// A bot as a program that is killed in the middle of something it says, before Webex carried it out or after, and started again; and the people who
/// talk to it.
/// </summary>
internal sealed class KilledBot : IAsyncDisposable
{
    private readonly TestBot _webex;
    private readonly TestStore _store;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-killed-");
    private readonly string[] _settings;
    private readonly int _port = ProgramUnderTest.FreePort();
    private ProgramUnderTest _program = null!;
    private string _fault = "";

    private KilledBot(TestBot webex, TestStore store, string[] settings) => (_webex, _store, _settings) = (webex, store, settings);

    /// <summary>Where the fault bot writes down what it did.</summary>
    public string Folder => _folder.FullName;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The experiments' bot, with all that the bot is shipped with.</summary>
    public static async Task<KilledBot> StartAsync(string provider = TestStore.Sqlite, params string[] settings)
    {
        var store = await TestStore.NewAsync(provider, Cancelled);
        // A host that was killed hears of what it said soon after it has started, also where that takes long: within the time it settles.
        var webex = await TestBot.StartAsync(
            _ => { }, simulator: ["--Simulator:Webhooks:Retries=100", "--Simulator:Webhooks:RetryDelay=00:00:00.5"], cancellationToken: Cancelled);
        var bot = new KilledBot(webex, store, settings);
        try
        {
            await bot.StartAgainAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public TestPerson Person(string email) => _webex.Person(email);

    public Task SayAsync(TestPerson person, string text) =>
        person.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text }, Cancelled);

    public Task MentionAsync(TestPerson person, string room, string text, string? parentId = null) =>
        person.CallAsync(HttpMethod.Post, "messages", new { roomId = room, parentId, markdown = $"<@personEmail:{TestBot.BotEmail}> {text}" }, Cancelled);

    /// <summary>What the bot has said to somebody alone, oldest first.</summary>
    public async Task<List<string>> DirectAsync(TestPerson person)
    {
        try
        {
            return Said(await person.DirectAsync(Cancelled));
        }
        catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            // They have no direct room yet.
            return [];
        }
    }

    /// <summary>What the bot has said in a space, oldest first.</summary>
    public async Task<List<string>> InAsync(TestPerson person, string room) => Said(await person.MessagesAsync(room, Cancelled));

    /// <summary>Waits until the last that was said begins so.</summary>
    public static async Task UntilSaidAsync(Func<Task<List<string>>> said, string beginning)
    {
        while (!(await said()).Exists(text => text.StartsWith(beginning, StringComparison.Ordinal)))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancelled);
    }

    /// <summary>From now on one of the bot's posts stalls, so that it can be killed there.</summary>
    /// <param name="skip">How many posts before it go through.</param>
    /// <param name="carriedOut">Whether Webex has carried it out by then.</param>
    public async Task StallAsync(int skip, bool carriedOut) => _fault = await _webex.FaultAsync(carriedOut
        ? new { method = "POST", path = "/messages", email = TestBot.BotEmail, delayAfter = "00:01:00", skip, count = 1 }
        : (object)new { method = "POST", path = "/messages", email = TestBot.BotEmail, delayAfter = "00:01:00", status = 503, skip, count = 1 });

    /// <summary>Waits until that post is under way.</summary>
    public async Task UntilStalledAsync()
    {
        while ((await _webex.Http.GetFromJsonAsync<JsonElement>($"/simulator/faults/{_fault}", Cancelled)).GetProperty("injected").GetInt64() == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancelled);
    }

    /// <summary>Kills it once that post is under way, and starts it again.</summary>
    public async Task KillThereAsync()
    {
        await UntilStalledAsync();
        await KillAsync();
        (await _webex.Http.DeleteAsync("/simulator/faults", Cancelled)).EnsureSuccessStatusCode();
        await StartAgainAsync();
    }

    public async Task KillAsync()
    {
        _program.Kill();
        await _program.DisposeAsync();
    }

    public async Task StartAgainAsync() => _program = await StartAsync(_port, _settings);

    /// <summary>Starts another host on the same store, which hosts may share. Webex goes on telling the first.</summary>
    public Task<ProgramUnderTest> StartBesideAsync() => StartAsync(ProgramUnderTest.FreePort(), _settings.Where(setting => !setting.Contains("Concurrency", StringComparison.Ordinal)));

    private async Task<ProgramUnderTest> StartAsync(int port, IEnumerable<string> settings)
    {
        var program = new ProgramUnderTest(
            Path.Combine(Repository.Root, "tests", "BotHost.Benchmarks", "bin", Repository.BuiltAs, "BotHost.Benchmarks.dll"),
            [
                "serve", "fault-bot", $"--Faults:Folder={Folder}", "--Faults:Shipped=true",
                $"--BotHost:Listen=http://127.0.0.1:{port}", $"--BotHost:PublicUrl={Address}", "--BotHost:Name=killed", "--Admin:Listen=http://127.0.0.1:0",
                $"--Webex:BaseUrl={_webex.Webex.Urls.First()}/v1/", $"--Webex:AccessToken={_webex.Person(TestBot.BotEmail).Account.Token}",
                "--Webex:WebhookSecrets=a-secret-of-some-length", "--Webex:Timeout=00:00:01", "--Outbox:SettleTime=00:00:04", "--Access:Default=Everyone",
                .. _store.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), .. settings,
            ]);
        await program.WaitForAsync("Ready:", Cancelled);
        return program;
    }

    /// <summary>Ends it as a deployment does, once it has heard of all it said: what is open is ended before, so what went out twice is there by then.</summary>
    public async Task StopAsync()
    {
        await _webex.DeliveredAsync(Cancelled);
        (await _program.InterruptAsync(Cancelled)).ShouldBe(0);
    }

    /// <summary>Waits until what was made before now is older than clocks are read apart: what happened in a room within a second of a post proves nothing of it.</summary>
    public static Task UntilOlderAsync()
    {
        var made = TimeProvider.System.GetTimestamp();
        return Sharing.Crowd.UntilAsync(() => Task.FromResult(TimeProvider.System.GetElapsedTime(made) > TimeSpan.FromSeconds(2)));
    }

    /// <summary>Sets the bot's clock ahead of the world's, by as much in all.</summary>
    public void SetAhead(TimeSpan by) => WrongClock.Set(Path.Combine(Folder, FaultBot.Clock), by);

    /// <summary>Its store, beside it.</summary>
    public Database Open() => _store.Open();

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
        await _webex.DisposeAsync();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    private static List<string> Said(IReadOnlyList<TestMessage> newestFirst) =>
        [.. newestFirst.Where(message => message.PersonEmail == TestBot.BotEmail).Select(message => message.Text).Reverse()];
}
