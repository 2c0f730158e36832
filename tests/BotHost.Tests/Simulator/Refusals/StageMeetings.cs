namespace BotHost.Tests.Simulator.Refusals;

/// <summary>Puts meetings on a stage: planned ones, one that is on, and some that were held, with what is left of them.</summary>
internal static class StageMeetings
{
    private const string At = "2026-03-02T10:00:00Z";
    private const string Till = "2026-03-02T11:00:00Z";

    private static readonly object[] Snippets = [new { text = "Hello" }, new { text = "Hello, Carol", email = "bob@example.com" }, new { text = "Bye" }];

    public static async Task PlayAsync(Stage stage)
    {
        var (carol, bob, dave) = (stage.Webex.Carol, stage.Webex.Bob, stage.Webex.Dave);
        var daily = await ScheduleAsync(carol, new { title = "Daily", start = At, end = Till, recurrence = "FREQ=DAILY;COUNT=20", invitees = Guests("bob@example.com", "alice@example.com", "dave@elsewhere.example") });
        (stage["meeting"], stage["number"], stage["webLink"]) = (daily.Text("id"), daily.Text("meetingNumber"), daily.Text("webLink"));
        (stage["occurrence"], stage["invitee"]) = ($"{stage["meeting"]}_20260303T100000Z", $"{stage["meeting"]}_1");
        stage["spare"] = (await ScheduleAsync(carol, new { title = "Spare", start = At, end = Till })).Text("id");
        stage["webinar"] = (await ScheduleAsync(carol, new { title = "Webinar", start = At, end = Till, scheduledType = "webinar" })).Text("id");
        stage["adhoc"] = (await carol.PostAsync("meetings", new { adhoc = true, roomId = stage["room"] })).Ok().Text("id");
        stage["sharedRoom"] = await stage.Webex.RoomAsync(carol, dave);
        var foreign = await ScheduleAsync(dave, new { title = "Dave's", start = At, end = Till });
        (stage["davesMeeting"], stage["davesNumber"]) = (foreign.Text("id"), foreign.Text("meetingNumber"));
        await RegisteredAsync(stage, carol);
        await RunningAsync(stage, carol);
        (stage["ended"], _) = await HeldAsync(stage, carol, "Retrospective", "recording", "transcript", "summary", "bob@example.com", "dave@elsewhere.example");
        await LeftoversAsync(stage, carol);
        await WhatIsBobsAsync(stage, bob);
    }

    private static async Task RegisteredAsync(Stage stage, Account carol)
    {
        stage["registered"] = (await ScheduleAsync(carol, new { title = "Course", start = At, end = Till, registration = new { autoAcceptRequest = true, requireJobTitle = true } })).Text("id");
        for (var number = 1; number <= 3; number++)
        {
            var registrant = new { firstName = "Reg", lastName = "Istrant", email = $"registrant{number}@example.com", jobTitle = "Gardener" };
            var id = (await carol.PostAsync($"meetings/{stage["registered"]}/registrants", registrant)).Ok().Text("id");
            if (number == 1) stage["registrant"] = id;
        }
    }

    private static async Task RunningAsync(Stage stage, Account carol)
    {
        var live = await ScheduleAsync(carol, new { title = "Live", start = At, end = Till, unlockedMeetingJoinSecurity = "allowJoinWithLobby", invitees = Guests("bob@example.com") });
        stage["runningSeries"] = live.Text("id");
        stage["running"] = (await stage.Webex.HoldAsync(live.Text("id"), "start")).GetProperty("meetingId").GetString()!;
        stage["participant"] = (await stage.Webex.HoldAsync(live.Text("id"), "join", new { email = "bob@example.com" })).GetProperty("participantId").GetString()!;
        stage["waiting"] = (await stage.Webex.HoldAsync(live.Text("id"), "join", new { email = "dave@elsewhere.example" })).GetProperty("participantId").GetString()!;
        var called = new { meetingId = live.Text("id"), address = "sip:board@example.com", displayName = "Board" };
        stage["ringing"] = (await carol.PostAsync("meetingParticipants/callout", called)).Ok().Text("participantId");
        stage["leftParticipant"] = (await stage.Webex.HoldAsync(live.Text("id"), "join", new { email = "alice@example.com" })).GetProperty("participantId").GetString()!;
        await stage.Webex.HoldAsync(live.Text("id"), "leave", new { email = "alice@example.com" });
        stage["endable"] = (await ScheduleAsync(carol, new { title = "Brief", start = At, end = Till })).Text("id");
        await stage.Webex.HoldAsync(stage["endable"], "start");
    }

    private static async Task LeftoversAsync(Stage stage, Account carol)
    {
        for (var more = 0; more < 2; more++)
        {
            await stage.Webex.HoldAsync(stage["ended"], "recordings", new { seconds = 60 });
            await stage.Webex.HoldAsync(stage["ended"], "transcripts", new { snippets = Snippets });
        }
        (await carol.GetAsync($"meetings/{stage["ended"]}")).Ok();
    }

    private static async Task WhatIsBobsAsync(Stage stage, Account bob)
    {
        var own = await ScheduleAsync(bob, new { title = "Bob's", start = At, end = Till, invitees = Guests("dave@elsewhere.example") });
        (stage["bobsMeeting"], stage["bobsNumber"]) = (own.Text("id"), own.Text("meetingNumber"));
        (stage["bobsHeld"], stage["bobsParticipant"]) = await HeldAsync(stage, bob, "Bob's retrospective", "bobsRecording", "bobsTranscript", "bobsSummary");
        (var joined, stage["joinedParticipant"]) = await HeldAsync(stage, bob, "Bob's, with Carol", "sharedRecording", "joinedTranscript", "joinedSummary", "carol@example.com");
        stage["joinedMeeting"] = joined.Split('_')[0];
        (await bob.PostAsync($"recordings/{stage["sharedRecording"]}/accessList", new { addEmails = new[] { "carol@example.com" } })).Deleted();
    }

    /// <summary>A meeting that is over, with one of each that can be left; gives the ids of what was held and of the host in it.</summary>
    private static async Task<(string Held, string Host)> HeldAsync(Stage stage, Account host, string title, string recording, string transcript, string summary, params string[] guests)
    {
        var id = (await ScheduleAsync(host, new { title, start = At, end = Till, invitees = Guests(guests) })).Text("id");
        var begun = await stage.Webex.HoldAsync(id, "start");
        foreach (var email in guests) await stage.Webex.HoldAsync(id, "join", new { email });
        stage[recording] = (await stage.Webex.HoldAsync(id, "recordings", new { seconds = 60 })).GetProperty("id").GetString()!;
        stage[transcript] = (await stage.Webex.HoldAsync(id, "transcripts", new { snippets = Snippets })).GetProperty("id").GetString()!;
        stage[summary] = (await stage.Webex.HoldAsync(id, "summaries", new { notes = "<p>We met.</p>", actionItems = new[] { "Meet again" } })).GetProperty("id").GetString()!;
        await stage.Webex.HoldAsync(id, "end", new { traits = new[] { "hasChat" } });
        return (begun.GetProperty("meetingId").GetString()!, begun.GetProperty("participantId").GetString()!);
    }

    private static object[] Guests(params string[] emails) => [.. emails.Select(email => new { email })];

    private static async Task<Answer> ScheduleAsync(Account host, object meeting) => (await host.PostAsync("meetings", meeting)).Ok();
}
