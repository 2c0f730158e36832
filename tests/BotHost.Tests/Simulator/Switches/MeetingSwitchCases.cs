namespace BotHost.Tests.Simulator.Switches;

/// <summary>The switches about meetings.</summary>
internal static class MeetingSwitchCases
{
    private static readonly DateTimeOffset Start = new(2030, 3, 1, 10, 0, 0, TimeSpan.Zero);

    public static readonly IReadOnlyList<SwitchCase> All =
    [
        new("SingleOccurrencesHaveTheSeriesId", "false", true, false, async webex =>
        {
            var id = await MeetAsync(webex);
            return (await webex.Alice.GetAsync($"meetings/{id}?current=true")).Ok().Text("id") == id;
        }),
        new("MeetingsAreReadyMinutesBefore", "5", "ready", "scheduled", async webex =>
        {
            var id = await MeetAsync(webex);
            await webex.ClockAsync(new { set = Start.AddMinutes(-10) });
            return (await webex.Alice.GetAsync($"meetings/{id}?current=true")).Ok().Text("state");
        }),
        new("EndedMeetingsStayReady", "true", "ended", "ready", async webex =>
        {
            var id = await MeetAsync(webex);
            await webex.ClockAsync(new { set = Start.AddMinutes(5) });
            await HeldAsync(webex, id);
            return (await webex.Alice.GetAsync($"meetings/{id}?current=true")).Ok().Text("state");
        }),
        new("EndedMeetingsAppearAfterMinutes", "0", 404, 200, async webex => await webex.Alice.StatusAsync($"meetings/{await HeldAsync(webex, await MeetAsync(webex))}")),
        new("RunningMeetingsAppearAfterMinutes", "15", 200, 404, async webex =>
            await webex.Alice.StatusAsync($"meetings/{(await webex.HoldAsync(await MeetAsync(webex), "start")).GetProperty("meetingId").GetString()}")),
        new("ForeignMeetingStatus", "403", 404, 403, async webex => await webex.Bob.StatusAsync($"meetings/{await MeetAsync(webex)}")),
        new("UnknownMeetingNumberIs404", "true", 200, 404, async webex => await webex.Alice.StatusAsync("meetings?meetingNumber=123456789")),
        new("HostEmailNeedsAnAdministrator", "false", 403, 200, async webex => await webex.Bob.StatusAsync("meetings?hostEmail=alice@example.com")),
        new("LongRecurrencesAreCut", "false", 200, 400, async webex => (int)(await webex.Alice.PostAsync("meetings", new
        {
            title = "Yearly", start = Start.Wire(), end = Start.AddHours(1).Wire(), recurrence = "FREQ=YEARLY;COUNT=6",
        })).Status),
        new("MeetingQuotaStatus", "403", 429, 403, async webex =>
        {
            for (var call = 0; call < 100; call++) (await webex.Bob.PostAsync("meetings", new { })).Refused(400);
            return (int)(await webex.Bob.PostAsync("meetings", new { })).Status;
        }),
        new("PutOfMeetingsReplaces", "true", true, false, async webex =>
        {
            var id = await webex.Alice.MeetAsync(Start, more: new { agenda = "Trees", publicMeeting = true });
            var answer = (await webex.Alice.PutAsync($"meetings/{id}", new { title = "Weekly" })).Ok();
            return answer.Has("agenda") && answer.Flag("publicMeeting");
        }),
        new("WebinarsNeedASessionType", "true", 200, 400, async webex => (int)(await webex.Alice.PostAsync("meetings", new
        {
            title = "Webinar", start = Start.Wire(), end = Start.AddHours(1).Wire(), scheduledType = "webinar",
        })).Status),
        new("InviteesHearOfMeetings", "true", 0, 1, async webex =>
        {
            await using var receiver = await WebhookReceiver.StartAsync();
            await receiver.RegisterAsync(webex.Bob, "meetings", "started");
            await webex.HoldAsync(await MeetAsync(webex, "bob@example.com"), "start");
            return (await receiver.AllAsync(webex)).Count;
        }),
        new("MeetingWebhooksHaveTheIdOnly", "true", false, true, async webex =>
        {
            await using var receiver = await WebhookReceiver.StartAsync();
            await receiver.RegisterAsync(webex.Alice, "meetings", "created");
            await MeetAsync(webex);
            return (await receiver.AllAsync(webex)).Single().DataKeys.ToList() is ["id"];
        }),
    ];

    private static Task<string> MeetAsync(LocalWebex webex, params string[] invitees) => webex.Alice.MeetAsync(Start, invitees: invitees);

    /// <summary>Begun and ended at once; gives the id of what was held.</summary>
    private static async Task<string> HeldAsync(LocalWebex webex, string id)
    {
        var held = (await webex.HoldAsync(id, "start")).GetProperty("meetingId").GetString()!;
        await webex.HoldAsync(id, "end");
        return held;
    }
}
