using System.Text.Json;

namespace BotHost.Tests.Simulator;

public sealed class MeetingListTests
{
    private static readonly DateTimeOffset Ten = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_number_gives_the_next_occurrence_or_the_series()
    {
        await using var webex = await StartAsync();
        var series = await webex.Alice.ScheduleAsync(Ten, recurrence: "FREQ=DAILY;COUNT=3");
        var number = series.Text("meetingNumber");
        var next = (await webex.Alice.GetAsync($"meetings?meetingNumber={number}")).Ok().Items.ShouldHaveSingleItem();
        (Text(next, "meetingType"), Text(next, "id")).ShouldBe(("scheduledMeeting", $"{series.Text("id")}_20260301T100000Z"));
        Text((await webex.Alice.GetAsync($"meetings?meetingNumber={number}&current=false")).Ok().Items.Single(), "meetingType").ShouldBe("meetingSeries");
        Text((await webex.Alice.GetAsync($"meetings?webLink={Uri.EscapeDataString(series.Text("webLink"))}")).Ok().Items.Single(), "id").ShouldBe(Text(next, "id"));
    }

    [Fact]
    public async Task A_list_is_of_the_next_week_unless_it_says_which()
    {
        await using var webex = await StartAsync();
        foreach (var days in new[] { 0, 6, 8 }) await webex.Alice.MeetAsync(Ten.AddDays(days), $"in {days}");
        await webex.Alice.MeetAsync(Ten, "monthly", "FREQ=MONTHLY;COUNT=12");
        await webex.Alice.MeetAsync(Ten, "webinar", more: new { scheduledType = "webinar" });
        Titles(await webex.Alice.GetAsync("meetings")).ShouldBe(["in 0", "in 6", "monthly", "webinar"], ignoreOrder: true);
        Titles(await webex.Alice.GetAsync("meetings?scheduledType=webinar")).ShouldBe(["webinar"]);
        Titles(await webex.Alice.GetAsync("meetings?from=2026-03-08T00:00:00Z")).ShouldBe(["in 8", "monthly"], ignoreOrder: true);
        Titles(await webex.Alice.GetAsync("meetings?to=2026-03-02T00:00:00Z&from=2026-02-28T00:00:00Z")).ShouldBe(["in 0", "monthly", "webinar"], ignoreOrder: true);
        // A series is there although none of its occurrences is.
        Titles(await webex.Alice.GetAsync("meetings?from=2026-06-10T00:00:00Z")).ShouldBe(["monthly"]);
        Titles(await webex.Alice.GetAsync("meetings?meetingType=scheduledMeeting&from=2026-06-10T00:00:00Z")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tags_are_the_applications_that_set_them()
    {
        await using var webex = await StartAsync();
        var (one, other) = (await webex.MintAsync(webex.Bob, kind: "integration", clientId: "one"), await webex.MintAsync(webex.Bob, kind: "integration", clientId: "other"));
        var id = await one.MeetAsync(Ten, more: new { integrationTags = new[] { "ticket-1" } });
        (await one.GetAsync("meetings?integrationTag=ticket-1")).Ok().Items.Count.ShouldBe(1);
        (await other.GetAsync("meetings?integrationTag=ticket-1")).Ok().Items.ShouldBeEmpty();
        (await other.GetAsync($"meetings/{id}")).Ok().Has("integrationTags").ShouldBeFalse();
    }

    [Fact]
    public async Task Times_are_in_the_zone_that_is_asked_for()
    {
        await using var webex = await StartAsync();
        var id = (await webex.Alice.PostAsync("meetings", new { title = "Daily", start = "2026-03-02T10:00:00", end = "2026-03-02T10:30:00", timezone = "Europe/Berlin" })).Ok().Text("id");
        (await webex.Alice.GetAsync($"meetings/{id}")).Text("start").ShouldBe("2026-03-02T09:00:00Z");
        (await webex.GetAsync(webex.Alice, $"meetings/{id}", ("timezone", "Asia/Shanghai"))).Text("start").ShouldBe("2026-03-02T17:00:00+08:00");
        (await webex.GetAsync(webex.Alice, $"meetings/{id}", ("timezone", "Middle/Earth"))).Refused(400);
        (await webex.Alice.GetAsync($"meetings/{id}")).Text("timezone").ShouldBe("Europe/Berlin");
        // Without an offset, what is asked for is of the zone as well.
        (await webex.GetAsync(webex.Alice, "meetings?from=2026-03-02T10:00:00&to=2026-03-02T10:10:00", ("timezone", "Europe/Berlin"))).Items.Count.ShouldBe(1);
        (await webex.Alice.GetAsync("meetings?from=2026-03-02T10:00:00&to=2026-03-02T10:10:00")).Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("from=0001-01-01T00:00:00Z")]
    [InlineData("to=9999-12-31T23:59:59Z")]
    [InlineData("from=-0001-01-01T00:00:00")]
    public async Task A_time_further_away_than_anything_is_none(string range)
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, recurrence: "FREQ=DAILY");
        (await webex.Alice.GetAsync($"meetings?meetingType=scheduledMeeting&{range}")).Refused(400);
        foreach (var time in new[] { "00010101T000000Z", "99991231T235959Z" }) (await webex.Alice.GetAsync($"meetings/{id}_{time}")).Refused(404);
    }

    [Fact]
    public async Task A_series_begins_with_its_first_occurrence()
    {
        await using var webex = await StartAsync();
        // The first of the month, and the rule holds on the second.
        var series = await webex.Alice.ScheduleAsync(Ten, recurrence: "FREQ=MONTHLY;BYMONTHDAY=2,3;COUNT=2");
        series.Text("start").ShouldBe("2026-03-02T10:00:00Z");
        (await webex.Alice.PutAsync($"meetings/{series.Text("id")}", series.Body)).Ok().Text("start").ShouldBe("2026-03-02T10:00:00Z");
    }

    [Fact]
    public async Task Who_is_in_a_room_finds_its_meetings_there_and_not_among_his_own()
    {
        await using var webex = await StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        var id = await webex.Alice.MeetAsync(Ten, invitees: ["carol@example.com"], more: new { roomId = room });
        (await webex.Bob.GetAsync($"meetings?roomId={room}")).Ok().Items.Count.ShouldBe(1);
        (await webex.Bob.GetAsync($"meetings/{id}")).Ok();
        (await webex.Bob.GetAsync("meetings")).Ok().Items.ShouldBeEmpty();
        (await webex.Carol.GetAsync("meetings")).Ok().Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_one_refers_to_in_a_registration_has_a_number()
    {
        await using var webex = await StartAsync();
        var meeting = await webex.Alice.ScheduleAsync(Ten, more: new
        {
            registration = new { customizedQuestions = new[] { new { question = "Colour?", type = "checkbox", options = new[] { new { value = "green" }, new { value = "red" } } } } },
            simultaneousInterpretation = new { enabled = true, interpreters = new[] { new { languageCode1 = "en", languageCode2 = "de" } } },
        });
        var question = meeting.Body.GetProperty("registration").GetProperty("customizedQuestions")[0];
        question.GetProperty("id").GetInt32().ShouldBe(1);
        question.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("id").GetInt32()).ShouldBe([1, 2]);
        meeting.Text("registerLink").ShouldStartWith("https://");
    }

    private static Task<LocalWebex> StartAsync() => LocalWebex.StartAsync(new ManualClock());

    private static string Text(JsonElement item, string field) => item.GetProperty(field).GetString()!;

    private static string[] Titles(Answer answer) => [.. answer.Ok().Items.Select(item => Text(item, "title"))];
}
