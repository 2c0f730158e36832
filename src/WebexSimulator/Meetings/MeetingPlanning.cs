using System.Security.Cryptography;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>Reads what a meeting is to be, and checks that it can be.</summary>
internal static class MeetingPlanning
{
    private const int LongestTitle = 128;
    private const int LongestAgenda = 1300;
    private const int YearsAhead = 10;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = new(23, 59, 0);

    public static MeetingPlan New(Fields body, string scheduledType, DateTimeOffset now)
    {
        var zone = Zone(body) ?? MeetingTime.Utc;
        var (start, end) = (Time(body, "start", zone), Time(body, "end", zone));
        var plan = new MeetingPlan(
            Title(body) ?? throw Refusal.BadRequest(Texts.Invalid("title")), Agenda(body), body.Filled("password") ?? NewPassword(), zone,
            start ?? throw Refusal.BadRequest(Texts.Invalid("start")), end ?? throw Refusal.BadRequest(Texts.Invalid("end")),
            MeetingSettings.New(body, scheduledType));
        return InTime(plan, now);
    }

    /// <summary>What is not sent stays as it was.</summary>
    public static MeetingPlan Changed(MeetingPlan before, Fields body, string scheduledType, DateTimeOffset now)
    {
        var zone = Zone(body) ?? before.TimeZone;
        var (start, end) = (Time(body, "start", zone), Time(body, "end", zone));
        var after = before with
        {
            Title = Title(body) ?? before.Title,
            Agenda = body.IsNull("agenda") ? null : Agenda(body) ?? before.Agenda,
            Password = body.Filled("password") ?? before.Password,
            TimeZone = zone,
            Start = start ?? before.Start,
            End = end ?? before.End,
            Settings = MeetingSettings.Changed(before.Settings, body, scheduledType),
        };
        // Clients send the times they read: those of a meeting that has begun are past, and no change.
        return after.Start == before.Start && after.End == before.End ? after : InTime(after, now);
    }

    /// <summary>A start within this minute is the next one.</summary>
    private static MeetingPlan InTime(MeetingPlan plan, DateTimeOffset now)
    {
        var minute = MeetingTime.Minute(now);
        var (start, end) = (MeetingTime.Minute(plan.Start), MeetingTime.Minute(plan.End));
        if (start == minute) start = minute.AddMinutes(1);
        if (start < now || end < now) throw Refusal.BadRequest(Texts.BeforeNow);
        if (end - start < Shortest || end - start > Longest) throw Refusal.BadRequest(Texts.MeetingDuration);
        if (start > now.AddYears(YearsAhead)) throw Refusal.BadRequest(Texts.TooFarAhead);
        return plan with { Start = start, End = end };
    }

    private static string? Zone(Fields body) => body.Filled("timezone") is not { } zone ? null
        : MeetingTime.IsZone(zone) ? zone
        : throw Refusal.BadRequest(Texts.Invalid("timezone"));

    private static DateTimeOffset? Time(Fields body, string name, string zone) =>
        body.Filled(name) is { } text ? MeetingTime.Read(text, zone) ?? throw Refusal.BadRequest(Texts.Invalid(name)) : null;

    private static string? Title(Fields body) => body.Filled("title") is not { Length: > LongestTitle } title ? body.Filled("title") : throw Refusal.BadRequest(Texts.Invalid("title"));

    private static string? Agenda(Fields body) => body.Filled("agenda") is not { Length: > LongestAgenda } ? body.Filled("agenda") : throw Refusal.BadRequest(Texts.Invalid("agenda"));

    /// <summary>Letters of both kinds, a sign and a number, as a site asks for.</summary>
    public static string NewPassword() =>
        RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 2) + RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz", 4)
        + RandomNumberGenerator.GetString("@#%", 1) + RandomNumberGenerator.GetString("23456789", 2);
}
