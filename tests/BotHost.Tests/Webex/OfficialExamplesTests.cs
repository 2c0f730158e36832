using System.Text.Json;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

/// <summary>The bodies Webex's own specification shows, and captures of real ones, read through the models. They stay outside the repository.</summary>
public sealed class OfficialExamplesTests
{
    [Theory]
    [InlineData("examples/messaging.GET_people_me.200.json")]
    [InlineData("examples/messaging.GET_people_personId.200.json")]
    [InlineData("webhook-samples/botbuilder-Person.json")]
    public void A_person(string file) => Check(Read<Person>(file));

    [Fact]
    public void People() => Read<Page<Person>>("examples/messaging.GET_people.200.json").Items.ToList().ForEach(Check);

    [Theory]
    [InlineData("examples/messaging.GET_rooms_roomId.200.json")]
    [InlineData("examples/messaging.POST_rooms.200.json")]
    [InlineData("examples/messaging.PUT_rooms_roomId.200.json")]
    public void A_room(string file) => Check(Read<Room>(file));

    [Fact]
    public void Rooms() => Read<Page<Room>>("examples/messaging.GET_rooms.200.json").Items.ToList().ForEach(Check);

    [Theory]
    [InlineData("examples/messaging.GET_memberships_membershipId.200.json")]
    [InlineData("examples/messaging.POST_memberships.200.json")]
    [InlineData("examples/messaging.PUT_memberships_membershipId.200.json")]
    public void A_membership(string file) => Check(Read<Membership>(file));

    [Fact]
    public void Memberships() => Read<Page<Membership>>("examples/messaging.GET_memberships.200.json").Items.ToList().ForEach(Check);

    [Theory]
    [InlineData("examples/messaging.GET_messages_messageId.200.json")]
    [InlineData("examples/messaging.POST_messages.200.json")]
    [InlineData("examples/messaging.PUT_messages_messageId.200.json")]
    [InlineData("webhook-samples/botbuilder-Message.json")]
    [InlineData("webhook-samples/botbuilder-MessageAttachments.json")]
    [InlineData("webhook-samples/botbuilder-MessageHtmlDecodedMention.json")]
    [InlineData("webhook-samples/botbuilder-MessageHtmlEncodedMention.json")]
    public void A_message(string file) => Check(Read<Message>(file));

    [Theory]
    [InlineData("examples/messaging.GET_messages.200.json")]
    [InlineData("examples/messaging.GET_messages_direct.200.json")]
    public void Messages(string file) => Read<Page<Message>>(file).Items.ToList().ForEach(Check);

    [Theory]
    [InlineData("examples/messaging.GET_attachment_actions_id.200.json")]
    [InlineData("examples/messaging.POST_attachment_actions.202.json")]
    public void An_attachment_action(string file)
    {
        var action = Read<AttachmentAction>(file);
        Given(action.Id.Value, action.MessageId.Value, action.PersonId?.Value, action.RoomId?.Value);
        action.Inputs.EnumerateObject().Count().ShouldBe(4);
        action.Created.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("examples/messaging.GET_webhooks_webhookId.200.json")]
    [InlineData("examples/messaging.POST_webhooks.200.json")]
    [InlineData("examples/messaging.PUT_webhooks_webhookId.200.json")]
    [InlineData("webhook-samples/botbuilder-Webhook.json")]
    public void A_webhook(string file) => Check(Read<Webhook>(file));

    [Theory]
    [InlineData("examples/messaging.GET_webhooks.200.json")]
    [InlineData("webhook-samples/botbuilder-WebhookList.json")]
    public void Webhooks(string file) => Read<Page<Webhook>>(file).Items.ToList().ForEach(Check);

    [Theory]
    [InlineData("examples/messaging.GET_teams.200.json")]
    public void Teams(string file) => Read<Page<Team>>(file).Items.ToList().ForEach(Check);

    [Theory]
    [InlineData("examples/messaging.GET_teams_teamId.200.json")]
    [InlineData("examples/messaging.POST_teams.200.json")]
    [InlineData("examples/messaging.PUT_teams_teamId.200.json")]
    public void A_team(string file) => Check(Read<Team>(file));

    [Fact]
    public void Team_memberships() => Read<Page<TeamMembership>>("examples/messaging.GET_team_memberships.200.json").Items.ToList().ForEach(Check);

    [Theory]
    [InlineData("examples/messaging.GET_team_memberships_membershipId.200.json")]
    [InlineData("examples/messaging.POST_team_memberships.200.json")]
    [InlineData("examples/messaging.PUT_team_memberships_membershipId.200.json")]
    public void A_team_membership(string file) => Check(Read<TeamMembership>(file));

    [Fact]
    public void Room_tabs() => Read<Page<RoomTab>>("examples/messaging.GET_room_tabs.200.json").Items.ToList().ForEach(Check);

    [Theory]
    [InlineData("examples/messaging.GET_room_tabs_id.200.json")]
    [InlineData("examples/messaging.POST_room_tabs.200.json")]
    [InlineData("examples/messaging.PUT_room_tabs_id.200.json")]
    public void A_room_tab(string file) => Check(Read<RoomTab>(file));

    [Fact]
    public void A_rooms_meeting_info()
    {
        var info = Read<RoomMeetingInfo>("examples/messaging.GET_rooms_roomId_meetingInfo.200.json");
        Given(info.RoomId?.Value, info.MeetingLink, info.SipAddress, info.MeetingNumber, info.MeetingId, info.CallInTollFreeNumber, info.CallInTollNumber);
    }

    private static void Check(Team team) => Given(team.Id.Value, team.Name, team.Created?.ToString());

    private static void Check(TeamMembership membership) =>
        Given(membership.Id.Value, membership.TeamId.Value, membership.PersonId.Value, membership.PersonEmail, membership.PersonOrgId?.Value);

    private static void Check(RoomTab tab) => Given(tab.Id.Value, tab.RoomId?.Value, tab.DisplayName, tab.ContentUrl, tab.CreatorId?.Value);

    private static void Check(Person person)
    {
        Given(person.Id.Value, person.OrgId?.Value, person.DisplayName, person.Emails.FirstOrDefault());
        (person.Type, person.Created).ShouldSatisfyAllConditions(it => it.Type.ShouldNotBe(PersonType.Unknown), it => it.Created.ShouldNotBeNull());
    }

    private static void Check(Room room)
    {
        Given(room.Id.Value, room.Title, room.TeamId?.Value, room.CreatorId?.Value, room.OwnerId?.Value);
        (room.Type, room.Created?.Year, room.LastActivity?.Year).ShouldBe((RoomType.Group, 2016, 2016));
    }

    private static void Check(Membership membership)
    {
        Given(membership.Id.Value, membership.RoomId.Value, membership.PersonId.Value, membership.PersonEmail, membership.PersonOrgId?.Value);
        membership.Created.ShouldNotBeNull();
    }

    private static void Check(Message message)
    {
        Given(message.Id.Value, message.RoomId.Value, message.PersonId.Value, message.PersonEmail);
        message.RoomType.ShouldNotBe(RoomType.Unknown);
        message.Created.ShouldNotBeNull();
        message.Attachments.ShouldAllBe(attachment => attachment.Content.ValueKind == JsonValueKind.Object);
    }

    private static void Check(Webhook webhook)
    {
        Given(webhook.Id.Value, webhook.Name, webhook.TargetUrl, webhook.Resource, webhook.Event, webhook.Status);
        webhook.Created.ShouldNotBeNull();
    }

    private static void Given(params string?[] values) => values.ShouldAllBe(value => !string.IsNullOrEmpty(value));

    private static T Read<T>(string file)
    {
        Assert.SkipUnless(OfficialData.IsThere, OfficialData.Missing);
        return JsonSerializer.Deserialize(OfficialData.Read(file), WebexJson.For<T>())!;
    }
}
