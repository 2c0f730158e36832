namespace BotHost.Webex;

/// <summary>
/// What a series, or one meeting of it, is to become by PUT, which Webex will give up for PATCH: see <see cref="MeetingPatch"/>. To change
/// when a series takes place undoes what was changed in single meetings of it.
/// </summary>
internal sealed record MeetingUpdate : MeetingSettings, ICheckedRequest
{
    /// <inheritdoc cref="NewMeeting.Agenda"/>
    public string? Agenda { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public string? Recurrence { get; init; }

    public bool? SendEmail { get; init; }

    /// <summary>Whose meeting it is, for administrators; it does not give it another host.</summary>
    public string? HostEmail { get; init; }

    public IReadOnlyList<TrackingCode>? TrackingCodes { get; init; }

    public void Check()
    {
        MeetingLimits.CheckTimes(Start, End);
        MeetingLimits.CheckSettings(this);
        MeetingLimits.CheckLength(Agenda, MeetingLimits.Agenda, "The agenda");
    }

    /// <inheritdoc cref="NewMeeting.ToString"/>
    public override string ToString() => "Update of a meeting";
}
