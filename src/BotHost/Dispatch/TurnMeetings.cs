using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Journal;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Meetings, as one caller may see them.</summary>
/// <param name="caller">As whom.</param>
/// <param name="steps">The turn's steps.</param>
/// <param name="journal">What other steps brought into being.</param>
/// <param name="people">Who is meant by a mention, as the bot sees people: Webex invites addresses.</param>
/// <param name="key">What no other turn has.</param>
internal sealed class TurnMeetings(TurnCaller caller, TurnSteps steps, StepJournal journal, IPeople people, string key) : IMeetings
{
    private const int LargestPage = 100;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7), Furthest = TimeSpan.FromDays(90), Margin = TimeSpan.FromDays(1);

    private readonly WebexClient webex = caller.Webex;

    public async Task<Bot.Meeting> ScheduleAsync(MeetingPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var emails = new List<string>();
        foreach (var person in plan.Invitees)
            emails.Add(await EmailAsync(person, cancellationToken).ConfigureAwait(false));
        var tag = Tag(plan);
        var meeting = new NewMeeting
        {
            Title = plan.Title,
            Agenda = plan.Agenda,
            Start = plan.Start,
            End = plan.Start + plan.Length,
            Timezone = plan.TimeZone,
            Recurrence = plan.Recurrence,
            Invitees = emails.Count == 0 ? null : [.. emails.Distinct(StringComparer.OrdinalIgnoreCase).Select(email => new NewInvitee { Email = email })],
            SendEmail = plan.SendsEmail ? null : false,
            IntegrationTags = [tag],
        };
        meeting.Check();
        return await ReachAsync(steps.DoAsync(
            new Step<Bot.Meeting>("meetings.schedule", JsonSerializer.Serialize(meeting, WebexJson.For<NewMeeting>()),
                async ct => ToMeeting(await webex.Meetings.CreateAsync(meeting, ct).ConfigureAwait(false)))
            {
                Find = (_, ct) => FindScheduledAsync(meeting, tag, ct),
                Subject = created => created.Id.Value,
            }, cancellationToken)).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Bot.Meeting>> ListAsync(DateTimeOffset? from = null, DateTimeOffset? to = null, CancellationToken cancellationToken = default)
    {
        var begin = from ?? (to is { } end ? end - Week : steps.Now());
        return await ListAsync("meetings.list", begin, to ?? begin + Week, cancellationToken).ConfigureAwait(false);
    }

    public Task<Bot.Meeting?> ReadAsync(MeetingId meeting, CancellationToken cancellationToken = default) =>
        ReachAsync(steps.ReadAsync("meetings.read", meeting.Value, async ct =>
            await Refusals.FindAsync(webex.Meetings.GetAsync(meeting, ct)).ConfigureAwait(false) is { } found ? ToMeeting(found) : null, cancellationToken));

    public async Task<MeetingChoice> PickAsync(string which, TimeSpan within, CancellationToken cancellationToken = default)
    {
        var wanted = which.Trim();
        var now = steps.Now();
        var mine = await ListAsync("meetings.pick", now, now + (within < Furthest ? within : Furthest), cancellationToken).ConfigureAwait(false);
        var found = mine.Where(meeting => Means(meeting, wanted)).DistinctBy(meeting => meeting.SeriesId).ToList();
        return found is [var one] ? MeetingChoice.Of(one) : MeetingChoice.Refused(MeetingTexts.NotOne(wanted, found));
    }

    public Task CancelAsync(MeetingId meeting, CancellationToken cancellationToken = default) =>
        ReachAsync(steps.DoAsync(TurnSteps.Deleting(
            "meetings.cancel", meeting.Value, ct => webex.Meetings.DeleteAsync(meeting, ct), ct => webex.Meetings.GetAsync(meeting, ct)), cancellationToken));

    public Task EndAsync(MeetingId meeting, CancellationToken cancellationToken = default) =>
        ReachAsync(steps.DoAsync(new Step<bool>("meetings.end", meeting.Value, async ct =>
        {
            await webex.Meetings.EndAsync(meeting, null, ct).ConfigureAwait(false);
            return true;
        })
        {
            // One that does not take place any more is ended, whoever did it.
            Find = async (_, ct) => await Refusals.FindAsync(webex.Meetings.GetAsync(meeting, ct)).ConfigureAwait(false) is { } now && Phase(now) == MeetingPhase.UnderWay
                ? Evidence<bool>.Absent : Evidence<bool>.Found(true),
        }, cancellationToken));

    public async Task<IReadOnlyList<Invitee>> ListInviteesAsync(MeetingId meeting, CancellationToken cancellationToken = default) =>
        await ReachAsync(steps.ReadAsync("meetings.invitees", meeting.Value, async ct =>
        {
            var all = new List<Invitee>();
            await foreach (var one in webex.MeetingInvitees.ListAsync(meeting, max: LargestPage, cancellationToken: ct).ConfigureAwait(false))
                all.Add(ToInvitee(one));
            return all;
        }, cancellationToken)).ConfigureAwait(false);

    public async Task<Invitee> InviteAsync(MeetingId meeting, PersonRef person, bool coHost = false, CancellationToken cancellationToken = default)
    {
        var email = await EmailAsync(person, cancellationToken).ConfigureAwait(false);
        return await ReachAsync(steps.DoAsync(new Step<Invitee>("meetings.invite", $"{meeting} {email} {coHost}", async ct => ToInvitee(
            await webex.MeetingInvitees.CreateAsync(new NewMeetingInvitee { MeetingId = meeting, Email = email, CoHost = coHost ? true : null }, ct).ConfigureAwait(false)))
        {
            // Somebody who is invited after we tried to invite them was invited by us, or does not mind.
            Find = async (_, ct) => await FindInviteeAsync(meeting, email, ct).ConfigureAwait(false) is { } there
                ? Evidence<Invitee>.Found(there) : Evidence<Invitee>.Absent,
        }, cancellationToken)).ConfigureAwait(false);
    }

    public Task UninviteAsync(MeetingInviteeId invitee, CancellationToken cancellationToken = default) =>
        ReachAsync(steps.DoAsync(TurnSteps.Deleting(
            "meetings.uninvite", invitee.Value, ct => webex.MeetingInvitees.DeleteAsync(invitee, null, null, ct), ct => webex.MeetingInvitees.GetAsync(invitee, null, ct)), cancellationToken));

    public Task<JoinLinks> JoinAsync(MeetingId meeting, CancellationToken cancellationToken = default) =>
        ReachAsync(steps.ReadAsync("meetings.join", meeting.Value, async ct =>
        {
            var links = await webex.Meetings.JoinAsync(new MeetingJoin { MeetingId = meeting }, ct).ConfigureAwait(false);
            return new JoinLinks(links.JoinLink ?? "", links.StartLink);
        }, cancellationToken));

    public static Bot.Meeting ToMeeting(Webex.Meeting meeting) => new(
        meeting.Id, meeting.MeetingSeriesId ?? meeting.Id, meeting.MeetingNumber ?? "", meeting.Title ?? "", meeting.Start ?? default, meeting.End ?? default,
        Phase(meeting), meeting.HostEmail ?? "", meeting.WebLink);

    /// <summary>What no bot may, and a person has not allowed, is refused before it is sent: a handler is told of it as of any refusal.</summary>
    private static async Task<T> ReachAsync<T>(Task<T> step)
    {
        try
        {
            return await step.ConfigureAwait(false);
        }
        catch (Exception e) when (e is ScopeMissingException or IdentityUnavailableException)
        {
            throw new WebexRefusedException(StatusCodes.Status403Forbidden, e is ScopeMissingException missing ? MeetingTexts.NoScope(missing.Scopes) : MeetingTexts.NoIdentity);
        }
    }

    /// <summary>
    /// Webex does not tell when a meeting was scheduled: so each carries what tells it from others of that title and time, where nobody sees it.
    /// </summary>
    private string Tag(MeetingPlan plan) =>
        $"bothost-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{plan.Start:O}\n{plan.Title}")))[..32]}";

    private async Task<Evidence<Bot.Meeting>> FindScheduledAsync(NewMeeting meeting, string tag, CancellationToken cancellationToken)
    {
        var tagged = webex.Meetings.ListAsync(new MeetingFilter { IntegrationTag = tag, From = meeting.Start - Margin, To = meeting.End + Margin, Current = false }, cancellationToken);
        await foreach (var found in tagged.ConfigureAwait(false))
        {
            if (found.Title == meeting.Title && !journal.IsClaimed(found.Id.Value))
                return Evidence<Bot.Meeting>.Found(ToMeeting(found));
        }

        return Evidence<Bot.Meeting>.Absent;
    }

    private async Task<List<Bot.Meeting>> ListAsync(string step, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        await ReachAsync(steps.ReadAsync(step, $"{from:O} {to:O}", async ct =>
        {
            // Whether a meeting that has begun is of a range that begins now, Webex does not say: none lasts a day.
            var filter = new MeetingFilter { MeetingType = MeetingType.ScheduledMeeting, From = from - Margin, To = to, Max = LargestPage };
            var all = new List<Bot.Meeting>();
            await foreach (var meeting in webex.Meetings.ListAsync(filter, ct).ConfigureAwait(false))
                all.Add(ToMeeting(meeting));
            return all.Where(meeting => meeting.End > from && meeting.Phase != MeetingPhase.Over).OrderBy(meeting => meeting.Start).ToList();
        }, cancellationToken)).ConfigureAwait(false);

    private async Task<Invitee?> FindInviteeAsync(MeetingId meeting, string email, CancellationToken cancellationToken)
    {
        await foreach (var invitee in webex.MeetingInvitees.ListAsync(meeting, max: LargestPage, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (email.Equals(invitee.Email, StringComparison.OrdinalIgnoreCase))
                return ToInvitee(invitee);
        }

        return null;
    }

    private async Task<string> EmailAsync(PersonRef person, CancellationToken cancellationToken)
    {
        if (person.Email is { } email)
            return email;
        var profile = await people.ReadAsync(person.Id!.Value, cancellationToken).ConfigureAwait(false);
        return profile?.Emails.FirstOrDefault() ?? throw new WebexRefusedException(StatusCodes.Status404NotFound, Texts.Plain("MeetingNoAddress", person.Text));
    }

    private static bool Means(Bot.Meeting meeting, string wanted) =>
        meeting.Id.Value == wanted || meeting.SeriesId.Value == wanted || meeting.Number == wanted.Replace(" ", "", StringComparison.Ordinal)
        || meeting.Title.Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static MeetingPhase Phase(Webex.Meeting meeting) => meeting.State switch
    {
        MeetingState.InProgress or MeetingState.Lobby => MeetingPhase.UnderWay,
        // It may be joined, which is not to say that anybody did.
        MeetingState.Ready when meeting.HostDidJoin == true || meeting.AttendeeDidJoin == true => MeetingPhase.UnderWay,
        MeetingState.Ended or MeetingState.Missed or MeetingState.Expired => MeetingPhase.Over,
        _ => MeetingPhase.Planned,
    };

    private static Invitee ToInvitee(MeetingInvitee invitee) =>
        new(invitee.Id, invitee.Email ?? "", invitee.DisplayName ?? invitee.Email ?? "somebody", invitee.CoHost);
}
