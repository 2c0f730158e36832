using System.Globalization;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>
/// Ids of meetings are no base64, and say what they name: 32 hexadecimal digits a series, followed by a time an occurrence, by <c>_I_</c>
/// and a number a meeting that is held or was.
/// </summary>
internal readonly record struct MeetingId(Guid Series, DateTimeOffset? Occurrence = null, long? Instance = null)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    public static MeetingId? Read(string? id)
    {
        if (id?.Split('_') is not [var series, .. var rest] || !Guid.TryParseExact(series, "N", out var key)) return null;
        return rest switch
        {
            [] => new MeetingId(key),
            ["I", var number] when long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var instance) => new(key, null, instance),
            [var time] when DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && MeetingTime.IsPossible(at) => new(key, at),
            _ => null,
        };
    }

    /// <summary>Of an occurrence. Observed: the only one of a meeting that does not recur has the id of the series.</summary>
    public static string Of(Meeting meeting, DateTimeOffset occurrence, SimulatorSwitches switches) =>
        meeting.Recurrence is null && switches.SingleOccurrencesHaveTheSeriesId
            ? meeting.Id
            : string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}_{occurrence.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}");

    public static string Of(Meeting meeting, MeetingInstance instance) => string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}_I_{instance.Number}");
}
