namespace WebexSimulator;

public sealed partial class SimulatorSwitches
{
    /// <summary>
    /// The only occurrence of a meeting that does not recur has the id of its series. Default true: observed with a collection of calls; false
    /// gives it the time as the others have it.
    /// </summary>
    public bool SingleOccurrencesHaveTheSeriesId { get; set; } = true;

    /// <summary>
    /// How many minutes before its start a meeting is ready to be started. 0 or more. Default 15: that it becomes ready is documented, when
    /// is not.
    /// </summary>
    public int MeetingsAreReadyMinutesBefore { get; set; } = 15;

    /// <summary>
    /// An occurrence that was held and ended before its time is ready until that is over. Default false: it is ended, which is what the
    /// description says of one that "was started and is now over".
    /// </summary>
    public bool EndedMeetingsStayReady { get; set; }

    /// <summary>How many minutes after its end an ended meeting can be read. 0 or more. Default 15, as documented; until then it is 404.</summary>
    public int EndedMeetingsAppearAfterMinutes { get; set; } = 15;

    /// <summary>
    /// How many minutes after its start a meeting in progress can be read. 0 or more. Default 0: the description says that it tries to after
    /// 15, and that it may take longer.
    /// </summary>
    public int RunningMeetingsAppearAfterMinutes { get; set; }

    /// <summary>
    /// The status for a meeting that is somebody else's, asked for without its password. Default 404, as for everything one cannot see; nobody
    /// documents it, and 403 would be the other.
    /// </summary>
    public int ForeignMeetingStatus { get; set; } = 404;

    /// <summary>A number or link that no meeting has is 404. Default false: an empty list, as everywhere else. Nobody documents it.</summary>
    public bool UnknownMeetingNumberIs404 { get; set; }

    /// <summary>
    /// <c>hostEmail</c> by one who is no administrator is refused with 403. Default true, the cautious reading of "should only be set"; false
    /// ignores it, as another sentence has it.
    /// </summary>
    public bool HostEmailNeedsAnAdministrator { get; set; } = true;

    /// <summary>
    /// A recurrence with more occurrences than a series may have is cut. Default true, as the description says of a distant end; false refuses
    /// it with 400.
    /// </summary>
    public bool LongRecurrencesAreCut { get; set; } = true;

    /// <summary>The status for more meetings than may be scheduled in 24 hours. Default 429; nobody documents it.</summary>
    public int MeetingQuotaStatus { get; set; } = 429;

    /// <summary>
    /// PUT of a meeting sets what is not sent back to what a new one has. Default false: it stays, as no field is required; nobody documents
    /// it.
    /// </summary>
    public bool PutOfMeetingsReplaces { get; set; }

    /// <summary>A webinar needs a <c>sessionTypeId</c>. Default false: it is accepted without in practice, though documented as required.</summary>
    public bool WebinarsNeedASessionType { get; set; }

    /// <summary>
    /// Webhooks for meetings reach whoever is invited as well. Default false: the host alone; who hears of a meeting is not documented.
    /// </summary>
    public bool InviteesHearOfMeetings { get; set; }

    /// <summary>
    /// Webhooks for meetings, participants, recordings and transcripts have nothing but the id. Default false: also what their filters know;
    /// what Webex sends is not documented.
    /// </summary>
    public bool MeetingWebhooksHaveTheIdOnly { get; set; }
}
