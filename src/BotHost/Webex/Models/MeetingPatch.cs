using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>
/// What of a series, or of one meeting of it, is to change; the rest stays. To change when a series takes place undoes what was changed in
/// single meetings of it.
/// </summary>
internal sealed record MeetingPatch : MeetingSettings, ICheckedRequest
{
    /// <summary>At most 1,300 characters; can be cleared.</summary>
    [JsonConverter(typeof(PatchConverter<string>)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string> Agenda { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    /// <summary>Can be cleared: then it takes place once.</summary>
    [JsonConverter(typeof(PatchConverter<string>)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string> Recurrence { get; init; }

    public bool? SendEmail { get; init; }

    /// <inheritdoc cref="MeetingUpdate.HostEmail"/>
    public string? HostEmail { get; init; }

    /// <summary>Can be cleared.</summary>
    [JsonConverter(typeof(PatchConverter<TrackingCode[]>)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<TrackingCode[]> TrackingCodes { get; init; }

    public void Check()
    {
        MeetingLimits.CheckTimes(Start, End);
        MeetingLimits.CheckSettings(this);
        MeetingLimits.CheckLength(Agenda.Value, MeetingLimits.Agenda, "The agenda");
    }

    /// <inheritdoc cref="NewMeeting.ToString"/>
    public override string ToString() => "Patch of a meeting";
}
