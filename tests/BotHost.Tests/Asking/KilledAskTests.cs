using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Benchmarks.Faults;
using BotHost.Testing;
using BotHost.Tests.Hosting;
using BotHost.Tests.Outbox;

namespace BotHost.Tests.Asking;

/// <summary>
/// A handler that says something, asks, and goes on with the answer: killed at each thing it says, before Webex carried it out and after, and run again
/// by the next host, it says and does everything once.
/// </summary>
public sealed class KilledAskTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static readonly string[] Said = ["Let us see.", "Which day?", "One moment.", "Booked."];

    public static TheoryData<int, bool> Points => new() { { 0, false }, { 0, true }, { 1, false }, { 1, true }, { 2, false }, { 2, true }, { 3, false }, { 3, true } };

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Points))]
    public async Task It_says_and_does_everything_once(int skip, bool carriedOut)
    {
        await using var test = await TestBot.StartAsync(
            _ => { }, simulator: ["--Simulator:Webhooks:Retries=20", "--Simulator:Webhooks:RetryDelay=00:00:00.3"], cancellationToken: Cancelled);
        var folder = Directory.CreateTempSubdirectory("bothost-killed-");
        var (port, alice) = (ProgramUnderTest.FreePort(), test.Person("alice@example.com"));
        await using var first = await StartAsync();
        var fault = await test.FaultAsync(carriedOut
            ? new { method = "POST", path = "/messages", email = TestBot.BotEmail, delayAfter = "00:01:00", skip, count = 1 }
            : (object)new { method = "POST", path = "/messages", email = TestBot.BotEmail, delayAfter = "00:01:00", status = 503, skip, count = 1 });

        await SayAsync("book");
        if (skip >= 2)
        {
            await UntilSaidAsync("Which day?");
            await SayAsync("2026-12-24");
        }

        while ((await test.Http.GetFromJsonAsync<JsonElement>($"/simulator/faults/{fault}", Cancelled)).GetProperty("injected").GetInt64() == 0)
            await Task.Yield();
        first.Kill();
        (await test.Http.DeleteAsync("/simulator/faults", Cancelled)).EnsureSuccessStatusCode();
        await using var second = await StartAsync();
        if (skip < 2)
        {
            await UntilSaidAsync("Which day?");
            await SayAsync("2026-12-24");
        }

        await UntilSaidAsync("Booked.");
        // It ends what is open before it stops: what went out twice would be there by then.
        (await second.InterruptAsync(Cancelled)).ShouldBe(0);

        (await SaidAsync()).Reverse().ShouldBe(Said);
        (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, FaultBot.Booked), Cancelled)).ShouldBe(["begun", "booked 2026-12-24"]);
        folder.Delete(recursive: true);

        Task SayAsync(string text) => alice.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text }, Cancelled);

        async Task<IEnumerable<string>> SaidAsync() =>
            (await alice.DirectAsync(Cancelled)).Where(message => message.PersonEmail == TestBot.BotEmail).Select(message => message.Text);

        async Task UntilSaidAsync(string text)
        {
            while (!(await SaidAsync()).Contains(text))
                await Task.Yield();
        }

        async Task<ProgramUnderTest> StartAsync()
        {
            var program = new ProgramUnderTest(
                Path.Combine(Repository.Root, "tests", "BotHost.Benchmarks", "bin", Repository.BuiltAs, "BotHost.Benchmarks.dll"),
                [
                    "serve", "fault-bot", $"--Faults:Folder={folder.FullName}",
                    $"--BotHost:Listen=http://127.0.0.1:{port}", $"--BotHost:PublicUrl=http://127.0.0.1:{port}", "--BotHost:Name=killed", "--Admin:Listen=http://127.0.0.1:0",
                    $"--Webex:BaseUrl={test.Webex.Urls.First()}/v1/", $"--Webex:AccessToken={test.Person(TestBot.BotEmail).Account.Token}",
                    "--Webex:WebhookSecrets=a-secret-of-some-length", "--Webex:Timeout=00:00:01", "--Outbox:SettleTime=00:00:01", "--Access:Default=Everyone",
                    $"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "bothost.db")}",
                ]);
            await program.WaitForAsync("Ready:", Cancelled);
            return program;
        }
    }
}
