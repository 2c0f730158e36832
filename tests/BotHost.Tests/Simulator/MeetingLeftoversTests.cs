using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>Recordings, transcripts and summaries; invitees; sites.</summary>
public sealed class MeetingLeftoversTests
{
    [Fact]
    public async Task A_recording_is_the_hosts_until_he_shares_it_and_when_it_is_deleted_only_in_the_bin()
    {
        await using var webex = await StartAsync();
        var (id, held) = await HeldAsync(webex);
        var recording = Text(await webex.HoldAsync(id, "recordings", new { seconds = 90, format = "ARF" }), "id");
        (await webex.Bob.GetAsync($"recordings/{recording}")).Refused(404);
        (await webex.Alice.PostAsync($"recordings/{recording}/accessList", new { addEmails = new[] { "bob@example.com" } })).Deleted();
        var shared = (await webex.Bob.GetAsync($"recordings/{recording}")).Ok();
        (shared.Flag("shareToMe"), shared.Text("format"), shared.Text("meetingId")).ShouldBe((true, "ARF", held));
        shared.Body.GetProperty("temporaryDirectDownloadLinks").GetProperty("recordingDownloadLink").GetString()!.ShouldStartWith("https://");
        foreach (var meeting in new[] { id, held }) (await webex.Alice.GetAsync($"recordings?meetingId={meeting}")).Ok().Items.Count.ShouldBe(1);
        (await webex.Alice.PostAsync($"recordings/{recording}/accessList", new { removeEmails = new[] { "BOB@example.com" } })).Deleted();
        (await webex.Bob.GetAsync("recordings")).Ok().Items.ShouldBeEmpty();
        (await webex.Alice.SendAsync(HttpMethod.Delete, $"recordings/{recording}", System.Net.Http.Json.JsonContent.Create(new { reason = "audit", comment = "old" }))).Deleted();
        (await webex.Alice.GetAsync("recordings")).Ok().Items.ShouldBeEmpty();
        Text((await webex.Alice.GetAsync("recordings?status=deleted")).Ok().Items.Single(), "status").ShouldBe("deleted");
        (await webex.Alice.GetAsync($"meetings/{held}")).Ok().Flag("hasRecording").ShouldBeTrue("It was recorded, even if that is deleted.");
    }

    [Fact]
    public async Task A_transcript_is_read_by_the_piece_and_as_a_file()
    {
        await using var webex = await StartAsync();
        var (id, held) = await HeldAsync(webex);
        var transcript = Text(await webex.HoldAsync(id, "transcripts", new { snippets = new object[] { new { text = "Hello", email = "bob@example.com", offset = 500 }, new { text = "Bye" } } }), "id");
        var listed = (await webex.Alice.GetAsync($"meetingTranscripts?meetingId={held}")).Ok().Items.ShouldHaveSingleItem();
        using var file = await webex.DownloadAsync(webex.Alice, Text(listed, "vttDownloadLink"));
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/vtt");
        (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(
            "WEBVTT\n\n1 \"Bob Brown\"\n00:00:00.500 --> 00:00:02.500\nHello\n\n2 \"Alice Anderson\"\n00:00:02.500 --> 00:00:04.500\nBye\n");
        using var plain = await webex.DownloadAsync(webex.Alice, Text(listed, "txtDownloadLink"));
        (await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("Bob Brown: Hello\nAlice Anderson: Bye\n");

        var snippet = (await webex.Alice.GetAsync($"meetingTranscripts/{transcript}/snippets")).Ok().Items[1];
        (await webex.Alice.PutAsync($"meetingTranscripts/{transcript}/snippets/{Text(snippet, "id")}", new { text = "Goodbye", reason = "misheard" })).Ok();
        (await webex.Alice.GetAsync($"meetingTranscripts/{transcript}/snippets/{Text(snippet, "id")}")).Ok().Text("text").ShouldBe("Goodbye");
        (await webex.Bob.GetAsync($"meetingTranscripts/{transcript}/snippets")).Refused(404);
        (await webex.Alice.DeleteAsync($"meetingTranscripts/{transcript}")).Deleted();
        (await webex.Alice.GetAsync("meetingTranscripts")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_summary_is_for_whoever_was_invited_and_the_host_deletes_it()
    {
        await using var webex = await StartAsync();
        var (id, held) = await HeldAsync(webex);
        var summary = Text(await webex.HoldAsync(id, "summaries", new { notes = "<p>We met.</p>", actionItems = new[] { "Meet again" } }), "id");
        var read = (await webex.Bob.GetAsync($"meetingSummaries?meetingId={held}")).Ok().Items.ShouldHaveSingleItem();
        read.GetProperty("notes").GetProperty("content").GetString().ShouldBe("<p>We met.</p>");
        read.GetProperty("actionItems")[0].GetProperty("content").GetString().ShouldBe("Meet again");
        (await webex.Alice.GetAsync("meetings?meetingType=meeting&state=ended&hasSummary=true")).Ok().Items.Count.ShouldBe(1);
        (await webex.Alice.GetAsync("meetings?meetingType=meeting&state=ended&hasRecording=true")).Ok().Items.ShouldBeEmpty();
        (await webex.Alice.GetAsync("meetings?meetingType=meeting&state=ended&hasChat=true")).Ok().Items.Count.ShouldBe(1);
        (await webex.Bob.DeleteAsync($"meetingSummaries/{summary}")).Refused(403);
        (await webex.Alice.DeleteAsync($"meetingSummaries/{summary}")).Deleted();
        (await webex.Bob.GetAsync($"meetingSummaries?meetingId={held}")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_device_rings_for_thirty_seconds()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var id = await webex.Alice.MeetAsync();
        var call = new { meetingId = id, address = "sip:board@example.com", displayName = "Board" };
        (await webex.Alice.PostAsync("meetingParticipants/callout", call)).Refused(400);
        await webex.HoldAsync(id, "join", new { email = "carol@example.com" });
        (await webex.Alice.PostAsync("meetingParticipants/callout", call)).Refused(403, "Join the meeting first.");
        await webex.HoldAsync(id, "start");
        foreach (var (seconds, status) in new[] { (30, 204), (31, 400) })
        {
            var participantId = (await webex.Alice.PostAsync("meetingParticipants/callout", call)).Ok().Text("participantId");
            clock.Advance(TimeSpan.FromSeconds(seconds));
            ((int)(await webex.Alice.PostAsync("meetingParticipants/cancelCallout", new { participantId })).Status).ShouldBe(status);
        }
        (await webex.Alice.GetAsync($"meetingParticipants?meetingId={id}")).Ok().Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Somebody_is_invited_to_a_series_or_to_one_of_its_meetings()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(recurrence: "FREQ=DAILY;COUNT=3", invitees: ["bob@example.com"]);
        var occurrence = $"{id}_20260302T100000Z";
        var carol = (await webex.Alice.PostAsync("meetingInvitees", new { meetingId = occurrence, email = "carol@example.com", coHost = true })).Ok();
        (carol.Text("displayName"), carol.Flag("coHost"), carol.Text("meetingId")).ShouldBe(("Carol Clark", true, occurrence));
        (await webex.Alice.PostAsync("meetingInvitees", new { meetingId = occurrence, email = "bob@example.com" })).Refused(409);
        (await EmailsAsync(webex, id)).ShouldBe(["bob@example.com"]);
        (await EmailsAsync(webex, occurrence)).ShouldBe(["bob@example.com", "carol@example.com"]);
        (await webex.Alice.DeleteAsync($"meetingInvitees/{occurrence}_1")).Deleted();
        (await EmailsAsync(webex, occurrence)).ShouldBe(["carol@example.com"]);
        (await EmailsAsync(webex, id)).ShouldBe(["bob@example.com"]);
        (await webex.Alice.PostAsync("meetingInvitees/bulkInsert", new { meetingId = id, items = new[] { new { email = "a@b.c" }, new { email = "d@e.f" } } })).Ok().Items.Count.ShouldBe(2);
        (await webex.Alice.PutAsync($"meetingInvitees/{id}_1", new { email = "bobby@example.com", displayName = "Bobby" })).Ok().Text("displayName").ShouldBe("Bobby");
        (await webex.Alice.DeleteAsync($"meetingInvitees/{id}_1")).Deleted();
        (await EmailsAsync(webex, id)).ShouldBe(["a@b.c", "d@e.f"]);
    }

    [Fact]
    public async Task Somebody_has_sites_and_prefers_one()
    {
        await using var webex = await StartAsync();
        var sites = (await webex.Alice.GetAsync("meetingPreferences/sites")).Ok().Body.GetProperty("sites").EnumerateArray().ToList();
        sites.Select(site => (Text(site, "siteUrl"), site.GetProperty("default").GetBoolean()))
            .ShouldBe([("example-com.webex.example", true), ("example-com-events.webex.example", false)]);
        (await webex.Alice.PutAsync("meetingPreferences/sites?defaultSite=true", new { siteUrl = "example-com-events.webex.example" })).Ok().Flag("default").ShouldBeTrue();
        (await webex.Alice.ScheduleAsync()).Text("siteUrl").ShouldBe("example-com-events.webex.example");
        (await webex.Alice.GetAsync("meetings?siteUrl=example-com.webex.example")).Ok().Items.ShouldBeEmpty();
    }

    private static Task<LocalWebex> StartAsync() => LocalWebex.StartAsync(new ManualClock(), ("Simulator:Switches:EndedMeetingsAppearAfterMinutes", "0"));

    /// <summary>A meeting of Alice's with Bob that is over.</summary>
    private static async Task<(string Id, string Held)> HeldAsync(LocalWebex webex)
    {
        var id = await webex.Alice.MeetAsync(invitees: ["bob@example.com"]);
        var held = Text(await webex.HoldAsync(id, "start"), "meetingId");
        await webex.HoldAsync(id, "end", new { traits = new[] { "hasChat" } });
        return (id, held);
    }

    private static async Task<string[]> EmailsAsync(LocalWebex webex, string id) =>
        [.. (await webex.Alice.GetAsync($"meetingInvitees?meetingId={id}")).Ok().Items.Select(item => Text(item, "email"))];

    private static string Text(JsonElement item, string field) => item.GetProperty(field).GetString()!;
}
