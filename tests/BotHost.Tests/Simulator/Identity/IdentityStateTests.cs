namespace BotHost.Tests.Simulator.Identity;

/// <summary>What the state file keeps of people, tokens and events, and what reset takes away.</summary>
public sealed class IdentityStateTests : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory();

    private (string, string) Setting => ("Simulator:State", Path.Combine(_folder.FullName, "state.json"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Consent_applications_and_events_are_there_again()
    {
        Answer tokens;
        App app;
        string[] before;
        await using (var webex = await LocalWebex.StartAsync(null, Setting))
        {
            app = await webex.RegisterAsync(new { name = "Calendar", redirectUris = new[] { Consenting.Callback }, scopes = new[] { "spark:rooms_read", "spark:people_read" } });
            tokens = (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob))).Ok();
            await webex.Alice.SayAsync(await webex.RoomAsync(webex.Alice, webex.Bob), "hello");
            before = await ReadAsync(webex);
            await webex.StopAsync();
        }
        await using var again = await LocalWebex.StartAsync(null, Setting);
        (await ReadAsync(again)).ShouldBe(before);
        (await again.With(tokens).GetAsync("people/me")).Ok().Text("id").ShouldBe(again.Bob.Id);
        (await again.RefreshAsync(app, tokens.Text("refresh_token"))).Ok();
    }

    [Fact]
    public async Task People_are_who_they_were_and_whoever_was_deleted_stays_so()
    {
        string room, direct;
        await using (var webex = await LocalWebex.StartAsync(null, Setting))
        {
            room = await webex.RoomAsync(webex.Alice, webex.Bob, webex.Carol);
            await webex.Bob.SayAsync(room, "to remember me by");
            direct = (await webex.Bob.PostAsync("messages", new { toPersonId = webex.Carol.Id, text = "hello" })).Ok().Text("roomId");
            (await webex.Alice.PutAsync($"people/{webex.Carol.Id}", new { displayName = "Carol King", roles = new[] { Ids.Make("ROLE", "id_full_admin") } })).Ok();
            (await webex.Alice.DeleteAsync($"people/{webex.Bob.Id}")).Deleted();
            await webex.StopAsync();
        }
        await using var again = await LocalWebex.StartAsync(null, Setting);
        var carol = (await again.Alice.GetAsync($"people/{again.Carol.Id}")).Ok();
        carol.Text("displayName").ShouldBe("Carol King");
        (await again.Carol.GetAsync("people")).Ok().Items.Count.ShouldBe(2);
        (await again.Alice.GetAsync($"people/{again.Alice.Id}")).Ok();
        (await again.Alice.GetAsync($"messages?roomId={room}")).Ok().Items.Single().GetProperty("personEmail").GetString().ShouldBe("bob@example.com");
        (await again.Carol.GetAsync($"rooms/{direct}")).Ok().Text("title").ShouldBe("Bob Brown");
    }

    [Fact]
    public async Task Reset_leaves_the_people_and_applications_of_the_settings()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.RegisterAsync(new { name = "Calendar", scopes = new[] { "spark:rooms_read" } });
        var refresh = (await webex.ConsentAsync(webex.Bob, app, "spark:rooms_read")).GetProperty("refresh_token").GetString()!;
        await webex.RoomAsync(webex.Alice);
        (await webex.Alice.DeleteAsync($"people/{webex.Bob.Id}")).Deleted();
        await webex.ControlAsync(HttpMethod.Post, "reset");
        (await webex.Bob.GetAsync("people/me")).Ok();
        (await webex.RefreshAsync(app, refresh)).Refused(401);
        (await webex.Alice.GetAsync("events")).Ok().Items.ShouldBeEmpty();
        (await webex.ControlAsync(HttpMethod.Get, "consents")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await webex.ApplicationAsync("BotHost")).ClientId.ShouldStartWith("C");
    }

    [Fact]
    public async Task Applications_of_the_settings_are_the_same_at_every_start()
    {
        (string, string)[] settings = [("Simulator:Integrations:0:Name", "Calendar"), ("Simulator:Integrations:0:Scopes", "spark:rooms_read")];
        await using var one = await LocalWebex.StartAsync(null, settings);
        await using var same = await LocalWebex.StartAsync(null, settings);
        await using var other = await LocalWebex.StartAsync(null, ("Simulator:Seed", "7"));
        foreach (var name in new[] { "BotHost", "Service", "Guests", "Calendar" }) (await same.ApplicationAsync(name)).ShouldBe(await one.ApplicationAsync(name));
        (await other.ApplicationAsync("BotHost")).ClientId.ShouldNotBe((await one.ApplicationAsync("BotHost")).ClientId);
    }

    private static async Task<string[]> ReadAsync(LocalWebex webex) =>
    [
        (await webex.Alice.GetAsync("events")).Ok().Body.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ToArray() is var ids ? string.Join(' ', ids) : "",
        (await webex.Alice.GetAsync("events?resource=messages")).Ok().Items.Single().GetProperty("data").GetProperty("text").GetString()!,
        (await webex.Alice.GetAsync($"authorizations?personId={webex.Bob.Id}")).Ok().Body.GetRawText(),
        (await webex.ControlAsync(HttpMethod.Get, "consents")).Body.GetRawText(),
        (await webex.ControlAsync(HttpMethod.Get, "applications")).Body.GetRawText(),
    ];
}
