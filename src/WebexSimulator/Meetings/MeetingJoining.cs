using System.Security.Cryptography;
using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Meetings;

/// <summary>
/// Makes the links one starts and joins a meeting with. Nothing is behind them: who is to be in a meeting here is brought by a control.
/// </summary>
internal sealed class MeetingJoining(World world, MeetingSight sight, OnBehalf hosts)
{
    private const string OfOthers = "meeting:admin_schedule_write";
    private const int UsualMinutes = 15;
    private const int LongestName = 128;

    public JoinLinks Links(AccessToken token, Fields body, MeetingReader reader)
    {
        var person = hosts.Of(token, body.Filled("hostEmail"), OfOthers);
        var minutes = body.Number("expirationMinutes") ?? UsualMinutes;
        if (minutes is < 1 or > 60) throw Refusal.BadRequest(Texts.Invalid("expirationMinutes"));
        var (email, name) = (body.Filled("email"), body.Filled("displayName"));
        if (email?.Contains('@', StringComparison.Ordinal) is false) throw Refusal.BadRequest(Texts.Invalid("email"));
        if (name is { Length: > LongestName } || (name is not null && email is null)) throw Refusal.BadRequest(Texts.Invalid("displayName"));
        var (isStartWebLink, isJoinWebLink) = (body.Flag("createStartLinkAsWebLink") is true, body.Flag("createJoinLinkAsWebLink") is true);
        _ = body.Text("registrationId");
        lock (world.Gate)
        {
            var named = Find(person, body);
            if (named.Instance is not null) throw Refusal.BadRequest(Texts.NotScheduled);
            var start = (named.Occurrence ?? Timetable.Current(named.State, world.Now()))?.Plan.Start;
            if (named.Meeting.ScheduledType is "webinar" && start is { } begin && world.Now() < begin.AddMinutes(-MinutesBefore(named.Plan)))
                throw Refusal.BadRequest(Texts.TooEarly);
            var leads = named.State.IsHostedBy(person) || named.State.IsCoHostedBy(person);
            return new(
                !leads ? null : isStartWebLink ? named.Meeting.WebLink : Link(named.Meeting), isJoinWebLink ? named.Meeting.WebLink : Link(named.Meeting),
                isStartWebLink && isJoinWebLink ? null : MeetingTime.Write(world.Now().AddMinutes(minutes), reader.Zone));
        }
    }

    private NamedMeeting Find(Person person, Fields body)
    {
        var (id, number, link, password) = (body.Filled("meetingId"), body.Filled("meetingNumber"), body.Filled("webLink"), body.Filled("password"));
        if (new[] { id, number, link }.Count(selector => selector is not null) != 1) throw Refusal.BadRequest(Texts.OneMeeting);
        if (id is not null) return sight.ToRead(person, id, password);
        var state = world.Meetings.Scheduled.FirstOrDefault(state => state.Meeting.Number == number || state.Meeting.WebLink == link);
        return state is null ? throw Refusal.NotFound() : sight.ToRead(person, state.Meeting.Id, password);
    }

    private static int MinutesBefore(MeetingPlan plan) => plan.Settings.GetProperty("joinBeforeHostMinutes").GetInt32();

    private static string Link(Meeting meeting) =>
        $"https://{meeting.SiteUrl}/wbxmjs/joinservice/sites/{meeting.SiteUrl.Split('.')[0]}/meeting/download/{meeting.Id}"
        + $"?integrationJoinToken={RandomNumberGenerator.GetHexString(32, lowercase: true)}";
}

/// <param name="Expiration">Null where both are the meeting's own link, which does not expire.</param>
internal sealed record JoinLinks(string? StartLink, string JoinLink, string? Expiration);
