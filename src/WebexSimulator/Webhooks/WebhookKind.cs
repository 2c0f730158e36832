namespace WebexSimulator.Webhooks;

/// <summary>A resource that can be watched, with its events and filters.</summary>
internal sealed record WebhookKind(string Resource, string[] Events, string[] Filters)
{
    private static readonly string[] OfRecordings = ["id", "meetingId", "scheduledMeetingId", "meetingSeriesId", "hostEmail", "hostUserId", "siteUrl"];

    private static readonly Dictionary<string, WebhookKind> Known = new WebhookKind[]
    {
        new("all", ["all"], []),
        new("messages", ["created", "updated", "deleted", "all"],
            ["roomId", "roomType", "personId", "personEmail", "mentionedPeople", "hasFiles", "hasAttachments"]),
        new("memberships", ["created", "updated", "deleted", "all"], ["roomId", "personId", "personEmail", "isModerator"]),
        new("rooms", ["created", "updated", "migrated", "all"], ["type", "isLocked"]),
        new("attachmentActions", ["created", "all"], ["messageId", "personId", "roomId"]),
        new("meetings", ["created", "updated", "deleted", "started", "ended", "all"],
            ["id", "meetingNumber", "meetingType", "state", "hostEmail", "hostUserId", "siteUrl"]),
        new("meetingParticipants", ["joined", "left", "all"], ["id", "meetingId", "state", "hostEmail", "hostPersonId", "siteUrl"]),
        new("recordings", ["created", "updated", "deleted", "all"], OfRecordings),
        new("serviceApp", ["authorized", "deauthorized"], ["id", "friendlyName", "trainSiteNames", "adminTrainSiteNames"]),
        new("meetingTranscripts", ["created", "all"], OfRecordings),
    }.ToDictionary(kind => kind.Resource, StringComparer.Ordinal);

    /// <summary>Filters of whose meeting it is, which only a webhook of the organisation can have: all meetings others are told of are their own.</summary>
    public IReadOnlyList<string> OnlyOfOrganisation => Resource is "meetings" ? ["hostEmail", "hostUserId"] : [];

    public bool IsOfMeetings => Resource is "meetings" or "meetingParticipants" or "recordings" or "meetingTranscripts";

    public static WebhookKind? Find(string resource) => Known.GetValueOrDefault(resource);
}
