using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class CreateMeeting
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-create-meeting", AgentResource.Meetings, AgentLevel.Use)
    {
        Title = "Schedule a meeting",
        Description = "Schedules a meeting, with e-mail to who is invited. Give end, or duration in minutes. Webex lets a person try a hundred times a day, and failures count.",
        About = (input, call) => call with { Room = input.RoomId, Invited = input.Invitees ?? [] },
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Meetings.CreateAsync(
            new NewMeeting
            {
                Title = input.Title,
                Agenda = input.Agenda,
                Start = input.Start,
                End = MeetingTimes.End(input.Start, input.End, input.Duration)
                    ?? throw new ToolException("How long is it? Give end, or duration in minutes."),
                Timezone = input.Timezone,
                Recurrence = input.Recurrence,
                Password = input.Password,
                RoomId = input.RoomId,
                SendEmail = input.SendEmail,
                Invitees = input.Invitees is null ? null : [.. input.Invitees.Select(email => new NewInvitee { Email = email })],
            },
            ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("Its name, at most 128 characters.")] string Title,
        [Description("When it begins: 2026-01-31T12:00:00+01:00.")] DateTimeOffset Start,
        [Description("When it ends, 10 minutes to a day later.")] DateTimeOffset? End = null,
        [Description("How many minutes it takes, instead of end.")] int? Duration = null,
        [Description("Addresses of who is invited.")] IReadOnlyList<string>? Invitees = null,
        [Description("RFC 2445, ending within five years: FREQ=WEEKLY;COUNT=10.")] string? Recurrence = null,
        [Description("IANA name of its time zone.")] string? Timezone = null,
        [Description("Webex makes one up where there is none.")] string? Password = null,
        [Description("What it is about, at most 1300 characters.")] string? Agenda = null,
        [Description("The space it belongs to; its members are invited where invitees is left out.")] RoomId? RoomId = null,
        [Description("Whether e-mail is sent; true unless told.")] bool? SendEmail = null);
}
