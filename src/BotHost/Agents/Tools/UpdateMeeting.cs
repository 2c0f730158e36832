using System.ComponentModel;
using System.Text.Json.Nodes;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class UpdateMeeting
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-update-meeting", AgentResource.Meetings, AgentLevel.Use)
    {
        Title = "Change a meeting",
        Description = "Changes what is given of a series or of one meeting of it; another time for a series undoes what was changed in its single meetings. "
            + "Invitees are added and removed one by one: inviteeErrors tells of those that failed.",
        IsDestructive = true,
        Aim = (input, call, context, ct) =>
            MeetingAim.OfAsync(input.MeetingId, call with { Invited = [.. input.AddInvitees ?? [], .. input.RemoveInvitees ?? []] }, context, ct),
        Run = async (input, context, ct) =>
        {
            var patch = new MeetingPatch
            {
                Title = input.Title, Start = input.Start, End = MeetingTimes.End(input.Start, input.End, input.Duration), Timezone = input.Timezone, Password = input.Password,
                SendEmail = input.SendEmail, Agenda = input.Agenda is { } agenda ? agenda : default(Patch<string>),
                Recurrence = input.Recurrence is { } recurrence ? recurrence : default(Patch<string>),
            };
            var meeting = patch == new MeetingPatch()
                ? await context.Webex.Meetings.GetAsync(input.MeetingId, ct).ConfigureAwait(false)
                : await context.Webex.Meetings.PatchAsync(input.MeetingId, patch, ct).ConfigureAwait(false);
            var output = ToolOutput.Of(meeting);
            if (await ChangeInviteesAsync(input, context, ct).ConfigureAwait(false) is { Count: > 0 } errors)
                output.Data["inviteeErrors"] = errors;
            return output;
        },
    };

    private static async Task<JsonArray> ChangeInviteesAsync(Input input, ToolContext context, CancellationToken cancellationToken)
    {
        var (errors, invitees) = (new JsonArray(), context.Webex.MeetingInvitees);
        foreach (var email in input.AddInvitees ?? [])
            await TryAsync(email, ct => invitees.CreateAsync(new NewMeetingInvitee { MeetingId = input.MeetingId, Email = email, SendEmail = input.SendEmail }, ct)).ConfigureAwait(false);
        if (input.RemoveInvitees is not { Count: > 0 } leaving)
            return errors;

        var invited = await invitees.ListAsync(input.MeetingId, cancellationToken: cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var email in leaving)
        {
            if (invited.FirstOrDefault(one => string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase)) is { } invitee)
                await TryAsync(email, ct => invitees.DeleteAsync(invitee.Id, null, input.SendEmail, ct)).ConfigureAwait(false);
            else
                errors.Add(new JsonObject { ["email"] = email, ["error"] = "is not invited" });
        }

        return errors;

        async Task TryAsync(string email, Func<CancellationToken, Task> change)
        {
            try
            {
                await change(cancellationToken).ConfigureAwait(false);
            }
            catch (WebexException e)
            {
                errors.Add(new JsonObject { ["email"] = email, ["error"] = Refusal.Of(e)!.Text });
            }
        }
    }

    internal sealed record Input(
        [Description("The series, or the meeting of it.")] MeetingId MeetingId,
        [Description("Another name.")] string? Title = null,
        [Description("Another start.")] DateTimeOffset? Start = null,
        [Description("Another end.")] DateTimeOffset? End = null,
        [Description("How many minutes it takes, instead of end.")] int? Duration = null,
        [Description("Another agenda.")] string? Agenda = null,
        [Description("Another rule of recurrence.")] string? Recurrence = null,
        [Description("IANA name of its time zone.")] string? Timezone = null,
        [Description("Another password.")] string? Password = null,
        [Description("Addresses of who is invited too.")] IReadOnlyList<string>? AddInvitees = null,
        [Description("Addresses of who is invited no longer.")] IReadOnlyList<string>? RemoveInvitees = null,
        [Description("Whether e-mail is sent; true unless told.")] bool? SendEmail = null);
}
