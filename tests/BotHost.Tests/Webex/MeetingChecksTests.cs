using BotHost.Webex;

namespace BotHost.Tests.Webex;

/// <summary>What Webex would refuse never leaves, and whoever asked is told what to change.</summary>
public sealed class MeetingChecksTests
{
    private static readonly DateTimeOffset Nine = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private static NewMeeting Good => new() { Title = "t", Start = Nine, End = Nine.AddMinutes(10) };

    [Fact]
    public void A_new_meeting_is_checked()
    {
        Good.Check();
        (Good with { End = Nine.AddHours(24).AddMinutes(-1) }).Check();
        (Good with { Start = Nine.AddSeconds(40), End = Nine.AddMinutes(10) }).Check();
        new NewMeeting { Adhoc = true, RoomId = new RoomId("R1") }.Check();
        new NewMeeting { Title = "t", TemplateId = "x" }.Check();

        Refused(Good with { Title = " " }).ShouldContain("Set Title");
        Refused(Good with { Title = new string('x', 129) }).ShouldContain("takes 128");
        Refused(Good with { Agenda = new string('x', 1301) }).ShouldContain("takes 1300");
        Refused(Good with { End = null }).ShouldContain("Set Start and End");
        Refused(Good with { End = Nine.AddMinutes(9) }).ShouldContain("Set End");
        Refused(Good with { End = Nine.AddHours(24) }).ShouldContain("Set End");
        Refused(Good with { End = Nine.AddHours(-1) }).ShouldContain("Set End");
        Refused(Good with { Adhoc = true }).ShouldContain("Set RoomId");
        Refused(Good with { AllowAnyUserToBeCoHost = true, AllowFirstUserToBeCoHost = true }).ShouldContain("Set one of");
        Refused(Good with { JoinBeforeHostMinutes = 7 }).ShouldContain("Set JoinBeforeHostMinutes");
        Refused(Good with { VisualWatermarkOpacity = 81 }).ShouldContain("5 to 80");
        Refused(Good with { VisualWatermarkOpacity = 4 }).ShouldContain("5 to 80");
        Refused(Good with { EnabledLiveStream = true }).ShouldContain("Set LiveStream");
        Refused(Good with { RestrictToInvitees = true, RequireAttendeeLogin = false }).ShouldContain("Set RequireAttendeeLogin");
        Refused(Good with { IntegrationTags = ["1", "2", "3", "4"] }).ShouldContain("IntegrationTags");
        Refused(Good with { IntegrationTags = [new string('x', 65)] }).ShouldContain("IntegrationTags");
        Refused(Good with { Invitees = [.. Enumerable.Range(0, 1001).Select(n => new NewInvitee { Email = $"{n}@example.com" })] }).ShouldContain("1000");
        Refused(Good with { Invitees = [new NewInvitee { Email = "a@example.com", DisplayName = new string('x', 129) }] }).ShouldContain("128");
    }

    [Fact]
    public void A_change_of_a_meeting_is_checked()
    {
        new MeetingPatch().Check();
        new MeetingUpdate { Start = Nine }.Check();

        Refused(new MeetingPatch { Start = Nine, End = Nine }).ShouldContain("Set End");
        Refused(new MeetingPatch { Agenda = new string('x', 1301) }).ShouldContain("Shorten it");
        Refused(new MeetingUpdate { Agenda = new string('x', 1301) }).ShouldContain("Shorten it");
        Refused(new MeetingUpdate { Title = new string('x', 129) }).ShouldContain("Shorten it");
    }

    [Fact]
    public void A_filter_is_checked()
    {
        new MeetingFilter { HasChat = true, MeetingType = MeetingType.Meeting, State = MeetingState.Ended, Max = 100 }.Check();

        Refused(new MeetingFilter { MeetingNumber = "1", RoomId = new RoomId("R1") }).ShouldContain("Set one of MeetingNumber");
        Refused(new MeetingFilter { From = Nine, To = Nine.AddSeconds(-1) }).ShouldContain("earlier time");
        Refused(new MeetingFilter { HasSlido = false, MeetingType = MeetingType.Meeting }).ShouldContain("State to Ended");
        Should.Throw<ArgumentOutOfRangeException>(new MeetingFilter { Max = 101 }.Check).Message.ShouldContain("Leave max out");
    }

    [Fact]
    public void A_wish_to_join_is_checked()
    {
        Refused(new MeetingJoin()).ShouldContain("Set one of");
        Refused(new MeetingJoin { MeetingNumber = "1", WebLink = "w" }).ShouldContain("here are 2");
        Refused(new MeetingJoin { MeetingNumber = "1", DisplayName = "Bob" }).ShouldContain("Set Email");
        Refused(new MeetingJoin { MeetingNumber = "1", ExpirationMinutes = 61 }).ShouldContain("1 to 60");
        Refused(new MeetingJoin { MeetingNumber = "1", Email = "a", DisplayName = new string('x', 129) }).ShouldContain("128");
    }

    [Fact]
    public void Whatever_names_several_is_checked()
    {
        var meeting = new MeetingId("M1");
        string[] many = [.. Enumerable.Range(0, 101).Select(n => $"{n}@example.com")];

        Refused(new NewInvitees { MeetingId = meeting, Items = [] }).ShouldContain("1 to 100");
        Refused(new NewInvitees { MeetingId = meeting, Items = [.. many.Select(email => new NewInvitee { Email = email })] }).ShouldContain("1 to 100");
        Refused(new NewInvitees { MeetingId = meeting, Items = [new NewInvitee { Email = "a@x" }, new NewInvitee { Email = "A@x" }] }).ShouldContain("once");
        Refused(new HostChange("a", [])).ShouldContain("1 to 100");
        Refused(new Admission([])).ShouldContain("1 to 100");
        Refused(new RecordingSharing()).ShouldContain("Set AddEmails");
        Refused(new RecordingSharing { RemoveEmails = many }).ShouldContain("0 to 100");
        Refused(new ParticipantUpdate()).ShouldContain("Set Muted");
        Refused(new NewCallout { Address = "a", DisplayName = "b" }).ShouldContain("Set MeetingId");
        Refused(new NewCallout { Address = "a", DisplayName = new string('x', 33), MeetingNumber = "1" }).ShouldContain("32");
    }

    [Fact]
    public void A_person_is_checked()
    {
        new NewPerson { Emails = ["a@example.com"], LastName = "Lee" }.Check();

        Refused(new NewPerson { Emails = [], DisplayName = "Ann" }).ShouldContain("one address");
        Refused(new NewPerson { Emails = ["a@example.com", "b@example.com"], DisplayName = "Ann" }).ShouldContain("one address");
        Refused(new NewPerson { Emails = ["a@example.com"] }).ShouldContain("Set DisplayName");
        Refused(new PersonUpdate { FirstName = "Ann" }).ShouldContain("Set DisplayName");
    }

    private static string Refused(ICheckedRequest request) => Should.Throw<ArgumentException>(request.Check).Message;
}
