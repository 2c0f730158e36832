using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>How a meeting recurs: a rule of RFC 2445, within what Webex takes of it.</summary>
internal static class Recurrence
{
    // A rule that never holds, the 30th of February, would else be tried for ever.
    private static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 10_000 };

    /// <summary>A rule as it is kept: of several days of a month or year the first, and not beyond what a series may have.</summary>
    public static string Read(string text, SimulatorSwitches switches)
    {
        var rule = Parse(text);
        if (rule.Count > MostOf(rule) && !switches.LongRecurrencesAreCut) throw Refusal.BadRequest(Texts.Invalid("recurrence"));
        return string.Join(';', text.Split(';').Select(part => part.Split('=') switch
        {
            ["COUNT", _] when rule.Count > MostOf(rule) => string.Create(CultureInfo.InvariantCulture, $"COUNT={MostOf(rule)}"),
            ["BYMONTHDAY" or "BYDAY", var days] when rule.Frequency is FrequencyType.Monthly or FrequencyType.Yearly => $"{part.Split('=')[0]}={days.Split(',')[0]}",
            _ => part,
        }));
    }

    /// <summary>When the occurrences begin by the rule, in order, from about a time on.</summary>
    public static IEnumerable<DateTimeOffset> Starts(MeetingPlan plan, string rule, DateTimeOffset from)
    {
        var parsed = Parse(rule);
        var calendar = new CalendarEvent
        {
            Start = new(MeetingTime.In(plan.Start, plan.TimeZone), plan.TimeZone),
            RecurrenceRule = parsed,
        };
        var all = calendar.GetOccurrences(new CalDateTime(MeetingTime.In(from < plan.Start ? plan.Start : from, plan.TimeZone), plan.TimeZone), Patience)
            .Select(occurrence => new DateTimeOffset(occurrence.Period.StartTime.AsUtc, TimeSpan.Zero));
        if (parsed.Until is null) return all;
        // Whatever end a rule has, the furthest that is accepted is five years away.
        var last = plan.Start.AddYears(5);
        return all.TakeWhile(start => start < last);
    }

    /// <summary>The plan from its first occurrence on, which a rule may put later than was said; refused where it never comes to one.</summary>
    public static MeetingPlan FromFirst(MeetingPlan plan, string rule)
    {
        try
        {
            var first = Starts(plan, rule, plan.Start).Select(start => (DateTimeOffset?)start).FirstOrDefault() ?? throw Refusal.BadRequest(Texts.Invalid("recurrence"));
            return plan with { Start = first, End = first + (plan.End - plan.Start) };
        }
        catch (EvaluationException)
        {
            throw Refusal.BadRequest(Texts.Invalid("recurrence"));
        }
    }

    private static RecurrenceRule Parse(string text)
    {
        try
        {
            var rule = new RecurrenceRule(text.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? text["RRULE:".Length..] : text);
            return rule.Frequency is FrequencyType.Daily or FrequencyType.Weekly or FrequencyType.Monthly or FrequencyType.Yearly && rule.Interval > 0
                ? rule
                : throw Refusal.BadRequest(Texts.Invalid("recurrence"));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or EvaluationException or OverflowException or InvalidOperationException)
        {
            throw Refusal.BadRequest(Texts.Invalid("recurrence"));
        }
    }

    private static int MostOf(RecurrenceRule rule) => rule.Frequency switch
    {
        FrequencyType.Yearly => 5,
        FrequencyType.Monthly => 60,
        FrequencyType.Weekly => 261,
        _ => 1826,
    };
}
