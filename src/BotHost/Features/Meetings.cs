using BotHost.Bot;

namespace BotHost.Features;

/// <summary>The asker's own meetings, scheduled and led from chat. They are asked for their consent the first time: no bot may touch a meeting.</summary>
public static class Meetings
{
    private const int MostDays = 90;

    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(30), Shortest = TimeSpan.FromMinutes(10), Longest = new(23, 59, 0), Ahead = TimeSpan.FromDays(MostDays);

    /// <summary>Maps <c>meeting schedule</c>, <c>list</c>, <c>show</c>, <c>join</c>, <c>cancel</c> and <c>end</c>.</summary>
    public static void MapMeetings(this BotRoutes bot)
    {
        var meeting = bot.Group("meeting");
        meeting.Command("schedule", ScheduleAsync).Describe("Schedules a meeting of yours: \"Design review\" tomorrow 9:00, then whom to invite", de: "Plant ein Meeting von dir: \"Entwurf\" tomorrow 9:00, dann wen einladen");
        meeting.Command("list", ListAsync).Describe("Lists your meetings of the next 7 days, or as many as you say", de: "Zeigt deine Meetings der nächsten 7 Tage, oder wie vieler du willst");
        meeting.Command("show", ShowAsync).Describe("Shows one, by title or number, and who is invited", de: "Zeigt eines, nach Titel oder Nummer, und wer eingeladen ist");
        meeting.Command("join", JoinAsync).Describe("Sends you alone a link that lets you in", de: "Schickt nur dir einen Link, der dich einlässt");
        meeting.Command("cancel", CancelAsync).Describe("Cancels one, after asking back; with --series all of its series", de: "Sagt eines ab, nach einer Rückfrage; mit --series die ganze Serie");
        meeting.Command("end", EndAsync).Describe("Ends one that takes place, for everybody in it", de: "Beendet eines, das stattfindet, für alle darin");
    }

    private static async Task<Reply> ScheduleAsync(
        [Label("title", De = "Titel")] string title, [Label("when", De = "wann")] DateTimeOffset when, [After("for")] [Label("duration", De = "Dauer")] TimeSpan? length,
        BotContext context, CancellationToken cancellationToken, [Label("email", De = "E-Mail")] params PersonRef[]? people)
    {
        if (title.Length is 0 or > 128)
            return Texts.Say("MeetingTitle");
        var lasts = length ?? Usual;
        if (when <= context.Now || when > context.Now.AddYears(10) || lasts < Shortest || lasts > Longest)
            return Texts.Say("MeetingTimes");
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        var plan = new MeetingPlan(title, when, lasts) { Invitees = people ?? [], TimeZone = zone.Id };
        var meeting = await Mine(context).ScheduleAsync(plan, cancellationToken);
        var said = Texts.Say("MeetingScheduled", meeting.Title, When(meeting, zone), Length(meeting), meeting.Number, meeting.Address);
        return people is not { Length: > 0 } ? said : MarkdownText.Join("\n\n", [said, Texts.Say("MeetingInvited", string.Join(", ", people.Select(person => person.Text)))]);
    }

    private static async Task<Reply> ListAsync(BotContext context, CancellationToken cancellationToken, [Label("days", De = "Tage")] int days = 7)
    {
        if (days is < 1 or > MostDays)
            return Texts.Say("MeetingDays");
        var now = context.Now;
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        var meetings = await Mine(context).ListAsync(now, now.AddDays(days), cancellationToken);
        return meetings.Count == 0
            ? Texts.Say("MeetingsNone", days)
            : MarkdownText.Join("\n", meetings.Select(meeting => Texts.Say(
                meeting.Phase == MeetingPhase.UnderWay ? "MeetingNow" : "MeetingLine", When(meeting, zone), meeting.Title, meeting.Number)));
    }

    private static async Task<Reply> ShowAsync([Label("title or number", De = "Titel oder Nummer")] string which, BotContext context, CancellationToken cancellationToken)
    {
        var choice = await Mine(context).PickAsync(which, Ahead, cancellationToken);
        if (!choice.TryGet(out var meeting, out var refusal))
            return refusal;
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        var invited = await Mine(context).ListInviteesAsync(meeting.Id, cancellationToken);
        var names = invited.Count == 0 ? Texts.Plain("MeetingNobody") : string.Join(", ", invited.Select(one => one.DisplayName));
        return Texts.Say("MeetingShown", meeting.Title, When(meeting, zone), Length(meeting), meeting.Number, meeting.HostEmail, names, meeting.Address);
    }

    private static async Task<Reply> JoinAsync([Label("title or number", De = "Titel oder Nummer")] string which, BotContext context, CancellationToken cancellationToken)
    {
        var choice = await Mine(context).PickAsync(which, Ahead, cancellationToken);
        if (!choice.TryGet(out var meeting, out var refusal))
            return refusal;
        var links = await Mine(context).JoinAsync(meeting.Id, cancellationToken);
        // Whoever has one is in: it is for nobody else's eyes.
        Reply said = links.Start is { } start ? Texts.Say("MeetingLinksOfHost", meeting.Title, start, links.Join) : Texts.Say("MeetingLinks", meeting.Title, links.Join);
        return said.Privately();
    }

    private static async Task<Reply> CancelAsync([Label("title or number", De = "Titel oder Nummer")] string which, BotContext context, CancellationToken cancellationToken, bool series = false)
    {
        var choice = await Mine(context).PickAsync(which, Ahead, cancellationToken);
        if (!choice.TryGet(out var meeting, out var refusal))
            return refusal;
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        if (!await context.AskAsync<bool>(Texts.Say(series ? "MeetingMayCancelSeries" : "MeetingMayCancel", meeting.Title, When(meeting, zone))))
            return BotTexts.Cancelled;
        await Mine(context).CancelAsync(series ? meeting.SeriesId : meeting.Id, cancellationToken);
        return Texts.Say("MeetingCancelled", meeting.Title);
    }

    private static async Task<Reply> EndAsync([Label("title or number", De = "Titel oder Nummer")] string which, BotContext context, CancellationToken cancellationToken)
    {
        var choice = await Mine(context).PickAsync(which, Ahead, cancellationToken);
        if (!choice.TryGet(out var meeting, out var refusal))
            return refusal;
        try
        {
            await Mine(context).EndAsync(meeting.Id, cancellationToken);
            return Texts.Say("MeetingEnded", meeting.Title);
        }
        catch (WebexRefusedException refused) when (meeting.Phase != MeetingPhase.UnderWay && refused.Status is not (401 or 403))
        {
            // Tried all the same: Webex may show late that one has begun.
            return Texts.Say("MeetingNotNow", meeting.Title);
        }
    }

    private static IMeetings Mine(BotContext context) => context.As(Identity.Asker).Meetings;

    private static string When(Meeting meeting, TimeZoneInfo zone) => TimeTexts.Moment(meeting.Start, zone);

    private static string Length(Meeting meeting) => $"{(meeting.End - meeting.Start).TotalMinutes:0} min";
}
