using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What a meeting offers.</summary>
/// <param name="NoteType"><c>allowAll</c> or <c>allowOne</c>.</param>
internal sealed record MeetingOptions(
    bool? EnabledChat = null,
    bool? EnabledVideo = null,
    bool? EnabledPolling = null,
    bool? EnabledNote = null,
    string? NoteType = null,
    bool? EnabledFileTransfer = null,
    bool? EnabledUCFRichMedia = null);

/// <summary>What attendees may do.</summary>
internal sealed record AttendeePrivileges(
    bool? EnabledShareContent = null,
    bool? EnabledSaveDocument = null,
    bool? EnabledPrintDocument = null,
    bool? EnabledAnnotate = null,
    bool? EnabledViewParticipantList = null,
    bool? EnabledViewThumbnails = null,
    bool? EnabledRemoteControl = null,
    bool? EnabledViewAnyDocument = null,
    bool? EnabledViewAnyPage = null,
    bool? EnabledContactOperatorPrivately = null,
    bool? EnabledChatHost = null,
    bool? EnabledChatPresenter = null,
    bool? EnabledChatOtherParticipants = null);

/// <summary>How a meeting is heard.</summary>
/// <param name="AudioConnectionType"><c>webexAudio</c>, <c>VoIP</c>, <c>other</c> or <c>none</c>.</param>
/// <param name="EntryAndExitTone"><c>beep</c>, <c>announceName</c> or <c>noTone</c>.</param>
internal sealed record AudioConnectionOptions(
    string? AudioConnectionType = null,
    bool? EnabledTollFreeCallIn = null,
    bool? EnabledGlobalCallIn = null,
    bool? EnabledAudienceCallBack = null,
    string? EntryAndExitTone = null,
    bool? AllowHostToUnmuteParticipants = null,
    bool? AllowAttendeeToUnmuteSelf = null,
    bool? MuteAttendeeUponEntry = null);

/// <summary>Where a meeting is streamed to.</summary>
internal sealed record LiveStream(
    string? Destination,
    string? RtmpUrl,
    string? StreamUrl,
    string? LayoutWithoutSharedContent = null,
    string? LayoutWithSharedContent = null,
    bool? AllowChangeLayoutInMeeting = null,
    bool? FollowStageLayoutWhenSynced = null,
    string? Resolution = null);

/// <summary>A name and value by which a site accounts for its meetings.</summary>
internal sealed record TrackingCode(string Name, string Value);

/// <summary>Who interprets a meeting, from which language into which.</summary>
internal sealed record SimultaneousInterpretation(bool Enabled, IReadOnlyList<Interpreter>? Interpreters = null);

/// <summary>An interpreter.</summary>
internal sealed record Interpreter(string LanguageCode1, string LanguageCode2, string? Email = null, string? DisplayName = null, string? Id = null)
{
    /// <summary>The languages alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Interpreter {LanguageCode1}-{LanguageCode2}";
}

/// <summary>A smaller meeting within a meeting, and who is assigned to it by e-mail address.</summary>
internal sealed record BreakoutSession(string Name, IReadOnlyList<string>? Invitees = null);

/// <summary>How to take part by telephone.</summary>
internal sealed record Telephony(string? AccessCode, IReadOnlyList<CallInNumber>? CallInNumbers, IReadOnlyList<ResourceLink>? Links = null)
{
    /// <summary>Nothing of it: the access code stays out of logs.</summary>
    public override string ToString() => "Telephony";
}

/// <summary>A telephone number of a meeting.</summary>
/// <param name="TollType"><c>toll</c> or <c>tollFree</c>.</param>
internal sealed record CallInNumber(string? Label, [property: JsonPropertyName("callInNumber")] string? Number, string? TollType);

/// <summary>Where more is to be had.</summary>
internal sealed record ResourceLink(string? Rel, string? Href, string? Method);
