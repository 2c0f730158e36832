using System.Net;
using System.Net.Http.Json;
using BotHost.Tests.Simulator;
using BotHost.Webex;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Webex;

/// <summary>The client and the local Webex, written apart from the same facts, agree about meetings and administration.</summary>
public sealed class MeetingsAgainstTheSimulatorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_meeting_is_scheduled_found_changed_and_cancelled()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var alice = At(webex, webex.Alice);
        var meetings = alice.GetRequiredService<WebexClient>().Meetings;
        var start = Tomorrow;

        var made = await meetings.CreateAsync(new NewMeeting
        {
            Title = "Chat", Agenda = "all", Start = start, End = start.AddMinutes(30), Timezone = "Europe/Berlin", Recurrence = "FREQ=DAILY;COUNT=3",
            Invitees = [new NewInvitee { Email = "bob@example.com", CoHost = true }], IntegrationTags = ["tag-1"], UnlockedMeetingJoinSecurity = JoinSecurity.AllowJoinWithLobby,
            MeetingOptions = new MeetingOptions(EnabledChat: true), AudioConnectionOptions = new AudioConnectionOptions("VoIP"),
        }, Cancelled);

        (made.MeetingType, made.State, made.UnlockedMeetingJoinSecurity).ShouldBe((MeetingType.MeetingSeries, MeetingState.Active, JoinSecurity.AllowJoinWithLobby));
        (made.Start, made.End).ShouldBe((start, start.AddMinutes(30)));
        (await ListAsync(new MeetingFilter { MeetingType = MeetingType.ScheduledMeeting })).Select(one => one.MeetingSeriesId).ShouldBe([made.Id, made.Id, made.Id]);
        (await ListAsync(new MeetingFilter { MeetingSeriesId = made.Id, Max = 1 })).Count.ShouldBe(3);
        (await ListAsync(new MeetingFilter { MeetingNumber = made.MeetingNumber })).ShouldHaveSingleItem().MeetingType.ShouldBe(MeetingType.ScheduledMeeting);
        (await ListAsync(new MeetingFilter { WebLink = made.WebLink, Current = false })).ShouldHaveSingleItem().Id.ShouldBe(made.Id);
        (await ListAsync(new MeetingFilter { IntegrationTag = "tag-1", From = start.AddDays(-1), To = start.AddDays(1) })).ShouldHaveSingleItem().Id.ShouldBe(made.Id);
        (await ListAsync(new MeetingFilter { IntegrationTag = "tag-2" })).ShouldBeEmpty();
        (await meetings.GetAsync(made.Id, null, null, null, "Asia/Tokyo", Cancelled)).Start!.Value.Offset.ShouldBe(TimeSpan.FromHours(9));

        (await meetings.PatchAsync(made.Id, new MeetingPatch { Title = "Talk", Agenda = Patch<string>.Clear }, Cancelled)).ShouldSatisfyAllConditions(
            patched => patched.Title.ShouldBe("Talk"), patched => patched.Agenda.ShouldBeNull(), patched => patched.Recurrence.ShouldNotBeNull());
        (await meetings.PatchAsync(made.Id, new MeetingPatch { Recurrence = Patch<string>.Clear }, Cancelled)).Recurrence.ShouldBeNull();
        await meetings.UpdateAsync(made.Id, new MeetingUpdate { Title = "Tea", Password = "Pa55word!", Start = start, End = start.AddMinutes(45) }, Cancelled);
        (await meetings.GetAsync(made.Id, Cancelled)).ShouldSatisfyAllConditions(
            read => read.Title.ShouldBe("Tea"), read => read.Password.ShouldBe("Pa55word!"), read => (read.End - read.Start).ShouldBe(TimeSpan.FromMinutes(45)));
        var links = await meetings.JoinAsync(new MeetingJoin { MeetingId = made.Id }, Cancelled);
        (links.JoinLink, links.StartLink).ShouldSatisfyAllConditions(it => it.JoinLink.ShouldNotBeNull(), it => it.StartLink.ShouldNotBeNull());

        await meetings.DeleteAsync(made.Id, Cancelled);
        (await Should.ThrowAsync<WebexException>(() => meetings.GetAsync(made.Id, Cancelled))).Status.ShouldBe(HttpStatusCode.NotFound);

        async Task<List<Meeting>> ListAsync(MeetingFilter filter) => await meetings.ListAsync(filter, Cancelled).ToListAsync(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Invitees_come_and_go()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var alice = At(webex, webex.Alice);
        var client = alice.GetRequiredService<WebexClient>();
        var made = await client.Meetings.CreateAsync(new NewMeeting { Title = "Chat", Start = Tomorrow, End = Tomorrow.AddHours(1) }, Cancelled);

        var bob = await client.MeetingInvitees.CreateAsync(new NewMeetingInvitee { MeetingId = made.Id, Email = "bob@example.com", SendEmail = false }, Cancelled);
        (await Should.ThrowAsync<WebexException>(() => client.MeetingInvitees.CreateAsync(new NewMeetingInvitee { MeetingId = made.Id, Email = "bob@example.com" }, Cancelled)))
            .Status.ShouldBe(HttpStatusCode.Conflict);
        (await client.MeetingInvitees.CreateManyAsync(new NewInvitees
        {
            MeetingId = made.Id, Items = [new NewInvitee { Email = "carol@example.com" }, new NewInvitee { Email = "zoe@elsewhere.example", DisplayName = "Zoe" }],
        }, Cancelled)).Items.Select(invitee => invitee.DisplayName).ShouldBe(["Carol Clark", "Zoe"], ignoreOrder: true);
        (await client.MeetingInvitees.UpdateAsync(bob.Id, new MeetingInviteeUpdate { Email = "bob@example.com", CoHost = true }, Cancelled)).CoHost.ShouldBeTrue();
        (await client.MeetingInvitees.ListAsync(made.Id, max: 2, cancellationToken: Cancelled).ToListAsync(Cancelled)).Select(invitee => invitee.Email)
            .ShouldBe(["bob@example.com", "carol@example.com", "zoe@elsewhere.example"]);
        await client.MeetingInvitees.DeleteAsync(bob.Id, null, null, Cancelled);
        (await Should.ThrowAsync<WebexException>(() => client.MeetingInvitees.GetAsync(bob.Id, null, Cancelled))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_left_of_a_meeting_that_took_place_is_read()
    {
        await using var webex = await LocalWebex.StartAsync(settings: ("Simulator:Switches:EndedMeetingsAppearAfterMinutes", "0"));
        await using var alice = At(webex, webex.Alice);
        var client = alice.GetRequiredService<WebexClient>();
        var made = await client.Meetings.CreateAsync(new NewMeeting { Title = "Chat", Start = Tomorrow, End = Tomorrow.AddHours(1) }, Cancelled);

        await HappenAsync("start", new { });
        await HappenAsync("join", new { email = "bob@example.com" });
        var participants = await client.Participants.ListAsync(made.Id, cancellationToken: Cancelled).ToListAsync(Cancelled);
        participants.Select(one => (one.Email, one.State, one.Host)).ShouldBe(
            [("alice@example.com", ParticipantState.Joined, true), ("bob@example.com", ParticipantState.Joined, false)], ignoreOrder: true);
        (await client.Participants.QueryAsync(made.Id, new ParticipantQuery(["bob@example.com"]), cancellationToken: Cancelled).ToListAsync(Cancelled)).ShouldHaveSingleItem();
        (await client.Participants.UpdateAsync(participants.Single(one => !one.Host).Id, new ParticipantUpdate(Muted: true), Cancelled)).Muted.ShouldBeTrue();
        await client.Meetings.EndAsync(made.Id, null, Cancelled);
        await HappenAsync("recordings", new { });
        await HappenAsync("transcripts", new { snippets = new[] { new { text = "Hello", email = "bob@example.com" } } });
        await HappenAsync("summaries", new { notes = "We talked.", actionItems = new[] { "Go on" } });

        var held = (await client.Meetings.ListAsync(new MeetingFilter { MeetingSeriesId = made.Id, MeetingType = MeetingType.Meeting, State = MeetingState.Ended }, Cancelled)
            .ToListAsync(Cancelled)).ShouldHaveSingleItem();
        var recording = (await client.Recordings.ListAsync(meetingId: held.Id, cancellationToken: Cancelled).ToListAsync(Cancelled)).ShouldHaveSingleItem();
        (recording.Format, recording.Status).ShouldBe((RecordingFormat.Mp4, RecordingStatus.Available));
        (await client.Recordings.GetAsync(recording.Id, null, null, null, Cancelled)).TemporaryDirectDownloadLinks.ShouldNotBeNull();
        await client.Recordings.ShareAsync(recording.Id, new RecordingSharing { AddEmails = ["bob@example.com"] }, Cancelled);
        await client.Recordings.DeleteAsync(recording.Id, null, null, Cancelled);
        var transcript = (await client.Transcripts.ListAsync(meetingId: held.Id, cancellationToken: Cancelled).ToListAsync(Cancelled)).ShouldHaveSingleItem();
        (await client.Transcripts.DownloadAsync(transcript.Id, TranscriptFormat.Vtt, null, Cancelled)).ShouldStartWith("WEBVTT");
        (await client.Snippets.ListAsync(transcript.Id, cancellationToken: Cancelled).ToListAsync(Cancelled)).ShouldNotBeEmpty();
        var summary = (await client.Summaries.ListAsync(held.Id, Cancelled).ToListAsync(Cancelled)).ShouldHaveSingleItem();
        summary.Notes.ShouldNotBeNull();
        await client.Summaries.DeleteAsync(summary.Id, Cancelled);
        (await client.MeetingSites.GetAsync(null, null, Cancelled)).Sites.ShouldContain(site => site.Default);

        async Task HappenAsync(string what, object how) =>
            (await webex.Http.PostAsJsonAsync($"/simulator/meetings/{made.Id}/{what}", how, Cancelled)).EnsureSuccessStatusCode();
    }

    [Fact(Timeout = 60_000)]
    public async Task Administrators_see_others_meetings_and_give_them_another_host()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var alice = At(webex, webex.Alice);
        await using var carol = At(webex, webex.Carol);
        var (admin, meetings) = (alice.GetRequiredService<WebexClient>().Meetings, carol.GetRequiredService<WebexClient>().Meetings);
        var made = await meetings.CreateAsync(new NewMeeting { Title = "Chat", Start = Tomorrow, End = Tomorrow.AddHours(1) }, Cancelled);

        (await admin.GetAsAdminAsync(made.Id, null, null, Cancelled)).ShouldSatisfyAllConditions(seen => seen.Title.ShouldBe("Chat"), seen => seen.Password.ShouldBeNull());
        (await admin.ListAsAdminAsync(made.MeetingNumber, cancellationToken: Cancelled).ToListAsync(Cancelled)).ShouldHaveSingleItem();
        (await admin.ReassignHostAsync(new HostChange("bob@example.com", [made.Id]), cancellationToken: Cancelled)).ShouldBeEmpty();
        (await admin.GetAsAdminAsync(made.Id, null, null, Cancelled)).HostEmail.ShouldBe("bob@example.com");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_meeting_without_a_registration_has_no_registrants()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var alice = At(webex, webex.Alice);
        var client = alice.GetRequiredService<WebexClient>();
        var made = await client.Meetings.CreateAsync(new NewMeeting { Title = "Chat", Start = Tomorrow, End = Tomorrow.AddHours(1) }, Cancelled);
        var bob = new NewRegistrant { FirstName = "Bob", LastName = "Brown", Email = "bob@example.com" };

        var refused = await Should.ThrowAsync<WebexException>(() => client.Registrants.CreateAsync(made.Id, null, null, bob, Cancelled));

        (refused.Status, refused.Errors).ShouldSatisfyAllConditions(
            it => it.Status.ShouldBe(HttpStatusCode.BadRequest), it => it.Errors.ShouldBe(["Registration is not supported for this meeting series."]));
    }

    [Fact(Timeout = 60_000)]
    public async Task Administrators_manage_people_and_compliance_officers_read_what_happened()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var alice = At(webex, webex.Alice);
        await using var bob = At(webex, webex.Bob);
        var client = alice.GetRequiredService<WebexClient>();
        var licences = await client.Licenses.ListAsync(cancellationToken: Cancelled).ToListAsync(Cancelled);
        var me = await client.People.GetMeAsync(Cancelled);

        var zoe = await client.People.CreateAsync(
            new NewPerson { Emails = ["zoe@example.com"], FirstName = "Zoe", LastName = "Zander", Licenses = [licences[0].Id.Value] }, null, null, Cancelled);
        var read = await client.People.GetAsync(zoe.Id, Cancelled);
        (await client.People.UpdateAsync(zoe.Id, PersonUpdate.Of(read) with { DisplayName = "Zoe Z." }, cancellationToken: Cancelled))?.DisplayName.ShouldBe("Zoe Z.");
        (await client.People.GetAsync(zoe.Id, Cancelled)).ShouldSatisfyAllConditions(
            now => now.DisplayName.ShouldBe("Zoe Z."), now => now.Licenses.ShouldBe([licences[0].Id.Value]), now => now.LastName.ShouldBe("Zander"));
        await client.People.DeleteAsync(zoe.Id, Cancelled);
        (await Should.ThrowAsync<WebexException>(() => client.People.GetAsync(zoe.Id, Cancelled))).Status.ShouldBe(HttpStatusCode.NotFound);

        (await client.Licenses.GetAsync(licences[0].Id, Cancelled)).Name.ShouldBe(licences[0].Name);
        var roles = await client.Roles.ListAsync(Cancelled).ToListAsync(Cancelled);
        (await client.Roles.GetAsync(roles[0].Id, Cancelled)).Name.ShouldBe(roles[0].Name);
        (await client.Organizations.ListAsync(Cancelled).ToListAsync(Cancelled)).ShouldContain(one => one.Id == me.OrgId);
        (await client.Organizations.GetAsync(me.OrgId!.Value, Cancelled)).DisplayName.ShouldNotBeNull();
        var now = TimeProvider.System.GetUtcNow();
        (await client.AdminAudit.ListAsync(me.OrgId!.Value, now.AddDays(-1), now.AddMinutes(1), cancellationToken: Cancelled).ToListAsync(Cancelled)).ShouldContain(one => one.ActorId != null);

        var room = await client.Rooms.CreateAsync(new NewRoom { Title = "Plans" }, Cancelled);
        await client.Messages.CreateAsync(new NewMessage { RoomId = room.Id, Text = "secret plans" }, Cancelled);
        var told = (await client.Events.ListAsync("messages", "created", max: 1, cancellationToken: Cancelled).ToListAsync(Cancelled)).ShouldHaveSingleItem();
        (told.Data.Text, told.Data.RoomId, told.ActorId).ShouldBe(("secret plans", room.Id, me.Id));
        (await client.Events.GetAsync(told.Id, Cancelled)).Data.Text.ShouldBe("secret plans");
        (await Should.ThrowAsync<WebexException>(async () => await bob.GetRequiredService<WebexClient>().Events.ListAsync(cancellationToken: Cancelled).ToListAsync(Cancelled)))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static DateTimeOffset Tomorrow => new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(9), TimeSpan.Zero);

    private static ServiceProvider At(LocalWebex webex, Account account) => WebexBench.At(webex, account, TimeProvider.System);
}
