using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Testing;
using BotHost.Tests.Hosting;
using BotHost.Tests.Outbox;
using BotHost.Tests.Sharing;

namespace BotHost.Tests.Journal;

/// <summary>
/// <c>new space</c> makes a space, adds people and posts: killed at each of these points, before Webex carried it out and after, and
/// run again by the next host, it makes one space, adds each person once and says everything once.
/// </summary>
public sealed class KilledHandlerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The calls of one run: the space; its asker and two more people; the first message there; the report.</summary>
    public static TheoryData<string, int, bool> Points => new()
    {
        { "/rooms", 0, false }, { "/rooms", 0, true },
        { "/memberships", 0, false }, { "/memberships", 0, true }, { "/memberships", 2, false }, { "/memberships", 2, true },
        { "/messages", 0, false }, { "/messages", 0, true }, { "/messages", 1, false }, { "/messages", 1, true },
    };

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Points))]
    public async Task It_makes_one_space_adds_each_person_once_and_reports_once(string path, int skip, bool carriedOut)
    {
        // The bot under test is a program of its own; this one is deaf and only brings the local Webex. Webex tries a lost delivery again,
        // so that the echo of what was said last reaches the next host.
        await using var test = await TestBot.StartAsync(
            _ => { }, simulator: ["--Simulator:Webhooks:Retries=20", "--Simulator:Webhooks:RetryDelay=00:00:00.3"], cancellationToken: Cancelled);
        var store = Directory.CreateTempSubdirectory("bothost-killed-");
        var (port, alice) = (ProgramUnderTest.FreePort(), test.Person("alice@example.com"));
        await using var first = await StartAsync();
        var card = await CardAsync(test, alice);
        var fault = await test.FaultAsync(carriedOut
            ? new { method = "POST", path, email = TestBot.BotEmail, delayAfter = "00:01:00", skip, count = 1 }
            : (object)new { method = "POST", path, email = TestBot.BotEmail, delayAfter = "00:01:00", status = 503, skip, count = 1 });

        await PressAsync(alice, card);
        await HitAsync(test, fault);
        first.Kill();
        (await test.Http.DeleteAsync("/simulator/faults", Cancelled)).EnsureSuccessStatusCode();
        await using var second = await StartAsync();
        await Crowd.UntilAsync(async () => (await alice.DirectAsync(Cancelled)).Any(m => m.Text.StartsWith("Created", StringComparison.Ordinal)));
        // It ends what is open before it stops: a report that went out twice would be there by then.
        (await second.InterruptAsync(Cancelled)).ShouldBe(0);

        var rooms = (await alice.CallAsync(HttpMethod.Get, "rooms?type=group", null, Cancelled)).GetProperty("items");
        var room = rooms.EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString()!;
        (await alice.MembersAsync(room, Cancelled)).Order().ShouldBe(["alice@example.com", "bob@example.com", TestBot.BotEmail, "carol@example.com"]);
        (await alice.MessagesAsync(room, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Hello all");
        var report = (await alice.DirectAsync(Cancelled)).Where(m => m.Text.StartsWith("Created", StringComparison.Ordinal)).ShouldHaveSingleItem().Text;
        report.ShouldContain("bob@example.com: added");
        report.ShouldContain("carol@example.com: added");
        store.Delete(recursive: true);

        async Task<ProgramUnderTest> StartAsync()
        {
            var program = new ProgramUnderTest(Repository.Program("BotHost"),
            [
                $"--BotHost:Listen=http://127.0.0.1:{port}", $"--BotHost:PublicUrl=http://127.0.0.1:{port}", "--BotHost:Name=killed",
                $"--Webex:BaseUrl={test.Webex.Urls.First()}/v1/", $"--Webex:AccessToken={test.Person(TestBot.BotEmail).Account.Token}",
                "--Webex:WebhookSecrets=a-secret-of-some-length", "--Webex:Timeout=00:00:01", "--Outbox:SettleTime=00:00:01", "--Access:Default=Everyone",
                $"--Storage:ConnectionString=Data Source={Path.Combine(store.FullName, "bothost.db")}",
            ]);
            await program.WaitForAsync("Ready:", Cancelled);
            return program;
        }
    }

    private static async Task<TestMessage> CardAsync(TestBot test, TestPerson alice)
    {
        await alice.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text = "new space" }, Cancelled);
        (await test.Http.GetAsync($"/simulator/ledger/await?kind=call&method=POST&route=/messages&person={TestBot.BotEmail}&status=2xx&count=1&timeout=30", Cancelled))
            .EnsureSuccessStatusCode();
        return (await alice.DirectAsync(Cancelled))[0];
    }

    private static Task PressAsync(TestPerson alice, TestMessage card)
    {
        var data = card.Json.GetProperty("attachments")[0].GetProperty("content").GetProperty("actions")[0].GetProperty("data");
        var inputs = data.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString());
        inputs["title"] = "Launch";
        inputs["people"] = "bob@example.com, carol@example.com";
        inputs["message"] = "Hello all";
        return alice.CallAsync(HttpMethod.Post, "attachment/actions", new { type = "submit", messageId = card.Id, inputs }, Cancelled);
    }

    /// <summary>Waits until the call in question has reached the local Webex.</summary>
    private static Task HitAsync(TestBot test, string fault) => Crowd.UntilAsync(async () =>
        (await test.Http.GetFromJsonAsync<JsonElement>($"/simulator/faults/{fault}", Cancelled)).GetProperty("injected").GetInt64() > 0);
}
