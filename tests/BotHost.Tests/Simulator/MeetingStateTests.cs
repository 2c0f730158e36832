namespace BotHost.Tests.Simulator;

public sealed class MeetingStateTests : IDisposable
{
    private static readonly DateTimeOffset Ten = new(2030, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Meetings_and_what_is_left_of_them_are_there_again_after_a_restart()
    {
        string[] before;
        string id, held;
        await using (var webex = await StartAsync())
        {
            id = await webex.Alice.MeetAsync(Ten, recurrence: "FREQ=DAILY;COUNT=5", invitees: ["bob@example.com", "erin@example.org"]);
            (await webex.Alice.PatchAsync($"meetings/{id}_20300302T100000Z", new { title = "Late" })).Ok();
            (await webex.Alice.DeleteAsync($"meetings/{id}_20300303T100000Z")).Deleted();
            held = (await webex.HoldAsync(id, "start")).GetProperty("meetingId").GetString()!;
            await webex.HoldAsync(id, "join", new { email = "guest@example.org", displayName = "Guest" });
            foreach (var (what, body) in new (string, object)[] { ("recordings", new { }), ("transcripts", new { snippets = new[] { new { text = "Hello" } } }), ("summaries", new { notes = "x" }) })
                await webex.HoldAsync(id, what, body);
            await webex.HoldAsync(id, "end");
            (await webex.Alice.PutAsync("meetingPreferences/sites?defaultSite=true", new { siteUrl = "example-com-events.webex.example" })).Ok();
            before = await ReadAsync(webex, id, held);
            await webex.StopAsync();
        }
        await using var again = await StartAsync();
        (await ReadAsync(again, id, held)).ShouldBe(before);
    }

    [Fact]
    public async Task A_meeting_that_was_on_ends_when_it_was_to()
    {
        string id;
        await using (var webex = await StartAsync())
        {
            id = await webex.Alice.MeetAsync(Ten);
            await webex.HoldAsync(id, "start", new { minutes = 60 });
            await webex.StopAsync();
        }
        await using var again = await StartAsync();
        (await again.Alice.GetAsync($"meetings/{id}")).Ok().Text("state").ShouldBe("inProgress");
        await again.ClockAsync(new { advance = "01:00:01" });
        (await again.Alice.GetAsync($"meetings/{id}")).Ok().Text("state").ShouldBe("active");
    }

    [Fact]
    public async Task A_file_of_before_there_were_meetings_is_read()
    {
        await using (var webex = await StartAsync())
        {
            await webex.RoomAsync(webex.Alice);
            await webex.StopAsync();
        }
        var file = Path.Combine(_folder.FullName, "state.json");
        var state = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!.AsObject();
        state.Remove("meetings").ShouldBeTrue();
        await File.WriteAllTextAsync(file, state.ToJsonString(), TestContext.Current.CancellationToken);
        await using var again = await StartAsync();
        (await again.Alice.GetAsync("rooms")).Ok().Items.Count.ShouldBe(1);
        (await again.Alice.GetAsync("meetings")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reset_takes_meetings_away()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Meetings:PerDay", "1"));
        await webex.HoldAsync(await webex.Bob.MeetAsync(Ten), "start");
        (await webex.ControlAsync(HttpMethod.Post, "reset")).Status.ShouldBe(System.Net.HttpStatusCode.NoContent);
        (await webex.Bob.GetAsync("meetings?from=2030-03-01T00:00:00Z")).Ok().Items.ShouldBeEmpty();
        (await webex.Bob.GetAsync("meetings?meetingType=meeting")).Ok().Items.ShouldBeEmpty();
        await webex.Bob.MeetAsync(Ten);
    }

    private Task<LocalWebex> StartAsync() => LocalWebex.StartAsync(
        null, ("Simulator:State", Path.Combine(_folder.FullName, "state.json")), ("Simulator:Switches:EndedMeetingsAppearAfterMinutes", "0"));

    private static async Task<string[]> ReadAsync(LocalWebex webex, string id, string held) =>
    [
        .. await Task.WhenAll(new[]
        {
            $"meetings/{id}", $"meetings?meetingSeriesId={id}&from=2030-03-01T00:00:00Z", $"meetings/{held}", $"meetingInvitees?meetingId={id}",
            $"meetingParticipants?meetingId={held}", "recordings", "meetingTranscripts?meetingId=" + held, $"meetingSummaries?meetingId={held}", "meetingPreferences/sites",
        }.Select(async path => (await webex.Alice.GetAsync(path)).Ok().Body.GetRawText().Replace(webex.Http.BaseAddress!.Authority, "", StringComparison.Ordinal))),
    ];
}
