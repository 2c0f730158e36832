using System.Net;
using Microsoft.Extensions.Options;
using WebexSimulator;

namespace BotHost.Tests.Simulator;

public sealed class StateTests : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory();

    private string File => Path.Combine(_folder.FullName, "state.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Everything_is_there_again_after_a_restart()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        string[] before;
        string room, message;
        await using (var webex = await StartAsync())
        {
            room = await webex.RoomAsync(webex.Alice, webex.Bob);
            message = await webex.Alice.SayAsync(room, "**first**");
            (await webex.Bob.PostAsync("messages", new { roomId = room, parentId = message, text = "a reply" })).Ok();
            (await webex.Alice.PostAsync("messages", new { toPersonEmail = "invited@example.org", text = "hello" })).Ok();
            await webex.Alice.PostAsync("messages", new { toPersonEmail = webex.Bob.Email, text = "hello" });
            await receiver.RegisterAsync(webex.Alice, "messages", "created", $"roomId={room}", "s3cr3t");
            before = await ReadAsync(webex, room);
            await webex.StopAsync();
        }
        await receiver.DisposeAsync();

        await using var again = await StartAsync();
        (await ReadAsync(again, room)).ShouldBe(before);
        var next = await again.Bob.SayAsync(room, "next");
        (await again.Alice.GetAsync($"messages?roomId={room}")).Ok().Items.Select(item => item.GetProperty("id").GetString()).First().ShouldBe(next);
        (await again.Alice.PostAsync("messages", new { toPersonEmail = "invited@example.org", text = "again" })).Ok();
        (await again.Alice.GetAsync("rooms?type=direct")).Ok().Items.Count.ShouldBe(2);
        await again.QuietAsync();
        (await again.LedgerAsync("?kind=delivery")).ShouldHaveSingleItem().GetProperty("delivery").GetProperty("dataId").GetString().ShouldBe(next);
    }

    [Fact]
    public async Task Teams_tabs_and_what_an_officer_set_are_there_again()
    {
        string[] before;
        string team, room, tab;
        await using (var webex = await StartAsync())
        {
            team = (await webex.Alice.PostAsync("teams", new { name = "Growers", description = "Trees" })).Ok().Text("id");
            (await webex.Alice.PostAsync("team/memberships", new { teamId = team, personId = webex.Bob.Id, isModerator = true })).Ok();
            room = (await webex.Alice.PostAsync("rooms", new { title = "Orchard", teamId = team })).Ok().Text("id");
            var gone = (await webex.Alice.PostAsync("rooms", new { title = "Old", teamId = team })).Ok().Text("id");
            (await webex.Alice.DeleteAsync($"rooms/{gone}")).Deleted();
            tab = (await webex.Alice.PostAsync("room/tabs", new { roomId = room, contentUrl = "https://example.com/a", displayName = "Plan" })).Ok().Text("id");
            before = await ReadTeamAsync(webex, team, room);
            await webex.StopAsync();
        }

        await using var again = await StartAsync();
        (await ReadTeamAsync(again, team, room)).ShouldBe(before);
        (await again.Alice.DeleteAsync($"room/tabs/{tab}")).Deleted();
        (await again.Bob.DeleteAsync($"teams/{team}")).Deleted();
        (await again.Alice.GetAsync($"rooms/{room}")).Refused(404);
    }

    [Fact]
    public async Task Files_are_there_again_and_go_with_their_messages()
    {
        byte[] content = [.. Enumerable.Range(0, 100_000).Select(number => (byte)number)];
        string url, infected, message;
        await using (var webex = await StartAsync())
        {
            var room = await webex.RoomAsync(webex.Alice, webex.Bob);
            var sent = (await webex.Alice.UploadAsync(room, "tree.png", content)).Ok();
            (message, url) = (sent.Text("id"), sent.Texts("files").Single());
            infected = (await webex.Alice.UploadAsync(room, "b.txt", [1])).Ok().Texts("files").Single();
            (await webex.ControlAsync(HttpMethod.Put, $"files/{infected.Split('/')[^1]}", new { state = "infected" })).Status.ShouldBe(HttpStatusCode.NoContent);
            await webex.StopAsync();
        }
        var bytes = Path.Combine(File + ".files", "of-nobody");
        await System.IO.File.WriteAllTextAsync(bytes, "x", TestContext.Current.CancellationToken);

        await using var again = await StartAsync();
        System.IO.File.Exists(bytes).ShouldBeFalse("No message names it.");
        var address = new Uri(url).PathAndQuery;
        using (var file = await again.DownloadAsync(again.Bob, address))
        {
            (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(content);
            file.Content.Headers.ContentType!.ToString().ShouldBe("image/png");
            file.Content.Headers.NonValidated["Content-Disposition"].ToString().ShouldBe("attachment; filename=\"tree.png\"");
        }
        using (var file = await again.DownloadAsync(again.Bob, new Uri(infected).PathAndQuery)) file.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await again.Alice.DeleteAsync($"messages/{message}")).Deleted();
        System.IO.Directory.EnumerateFiles(File + ".files").ShouldHaveSingleItem();
        await again.ControlAsync(HttpMethod.Post, "reset");
        System.IO.Directory.EnumerateFiles(File + ".files").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_minted_token_is_as_narrow_and_as_short_lived_as_before()
    {
        Account minted;
        var clock = new ManualClock();
        await using (var webex = await LocalWebex.StartAsync(clock, ("Simulator:State", File)))
        {
            minted = await webex.MintAsync(webex.Alice, ["spark:rooms_read"], expiresIn: 60);
            await webex.StopAsync();
        }
        await using var again = await LocalWebex.StartAsync(clock, ("Simulator:State", File));
        var token = new Account(again.Http, minted.Token, default);
        (await token.GetAsync("rooms")).Ok();
        (await token.GetAsync("teams")).Refused(403);
        clock.Advance(TimeSpan.FromSeconds(61));
        (await token.GetAsync("rooms")).Refused(401);
    }

    [Theory]
    [InlineData("{", "1", "damaged")]
    [InlineData("""{"seed":1}""", "1", "damaged")]
    [InlineData("", "1", "damaged")]
    [InlineData("""{"seed":1,"people":[],"tokens":[],"teams":[],"rooms":[],"actions":[],"webhooks":null}""", "1", "damaged")]
    [InlineData("""{"seed":1,"people":[],"tokens":[],"teams":[],"rooms":[],"actions":[],"webhooks":[]}""", "2", "Simulator:Seed=1")]
    public void A_file_that_cannot_be_used_says_why(string content, string seed, string why)
    {
        System.IO.File.WriteAllText(File, content);
        Should.Throw<OptionsValidationException>(() => SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0", $"--Simulator:State={File}", $"--Simulator:Seed={seed}"]))
            .Message.ShouldContain(why);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Should.Throw<OptionsValidationException>(() => SimulatorApp.Build([$"--Simulator:State={File}/x/y"])).Message.ShouldContain("no such folder");

    [Fact]
    public async Task Reset_leaves_the_accounts_only()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Faults", """[{"id":"start","path":"/rooms","method":"DELETE","status":500}]"""));
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        await webex.Alice.SayAsync(await webex.RoomAsync(webex.Alice), "x");
        await webex.FaultAsync(new { status = 500 });
        await webex.ClockAsync(new { run = false, advance = "10:00:00" });
        await webex.ControlAsync(HttpMethod.Post, "reset");
        (await webex.LedgerAsync()).ShouldBeEmpty();
        (await webex.Alice.GetAsync("rooms")).Ok().Items.ShouldBeEmpty();
        (await webex.Alice.GetAsync("webhooks")).Ok().Items.ShouldBeEmpty();
        (await webex.ControlAsync(HttpMethod.Get, "faults")).Body.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await webex.ControlAsync(HttpMethod.Get, "clock")).Body.GetProperty("isRunning").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Reset_takes_teams_minted_tokens_and_counted_calls_away()
    {
        await using var webex = await LocalWebex.StartAsync(
            new ManualClock(), ("Simulator:RateLimits:Enabled", "true"), ("Simulator:RateLimits:PerMinute", "1"));
        (await webex.Alice.PostAsync("teams", new { name = "Growers" })).Ok();
        (await webex.Alice.GetAsync("teams")).Ok().Items.Count.ShouldBe(1);
        (await webex.Alice.StatusAsync("teams")).ShouldBe(429);
        var minted = await webex.MintAsync(webex.Bob);
        (await minted.GetAsync("rooms")).Ok();
        await webex.ControlAsync(HttpMethod.Post, "reset");
        (await webex.Alice.GetAsync("teams")).Ok().Items.ShouldBeEmpty();
        (await minted.GetAsync("rooms")).Refused(401);
    }

    private Task<LocalWebex> StartAsync() => LocalWebex.StartAsync(null, ("Simulator:State", File));

    private static async Task<string[]> ReadTeamAsync(LocalWebex webex, string team, string room) =>
    [
        (await webex.Alice.GetAsync("rooms")).Ok().Body.GetRawText(),
        (await webex.Bob.GetAsync("teams")).Ok().Body.GetRawText(),
        (await webex.Bob.GetAsync($"team/memberships?teamId={team}")).Ok().Body.GetRawText(),
        (await webex.Bob.GetAsync($"rooms?teamId={team}")).Ok().Body.GetRawText(),
        (await webex.Alice.GetAsync($"room/tabs?roomId={room}")).Ok().Body.GetRawText(),
    ];

    private static async Task<string[]> ReadAsync(LocalWebex webex, string room) =>
    [
        (await webex.Alice.GetAsync("rooms")).Ok().Body.GetRawText(),
        (await webex.Alice.GetAsync($"messages?roomId={room}")).Ok().Body.GetRawText(),
        (await webex.Alice.GetAsync($"memberships?roomId={room}")).Ok().Body.GetRawText(),
        (await webex.Alice.GetAsync("webhooks")).Ok().Body.GetRawText(),
    ];
}
