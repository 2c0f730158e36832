using System.Text.Json;
using System.Text.Json.Nodes;
using WebexSimulator.Http;
using static WebexSimulator.Meetings.Setting;

namespace WebexSimulator.Meetings;

/// <summary>What a meeting can be set to beside when it is and what it is called: kept as it was sent, and shown.</summary>
internal static class MeetingSettings
{
    private static readonly string[] Securities = ["allowJoin", "allowJoinWithLobby", "blockFromJoin"];
    private static readonly string[] Conditions = ["contains", "notContains", "beginsWith", "endsWith", "equals", "notEquals"];

    /// <summary>What is shown of every meeting although nobody has said so.</summary>
    private const string Defaults = """
        {"enabledAutoRecordMeeting":false,"allowAnyUserToBeCoHost":false,"enabledJoinBeforeHost":false,"enableConnectAudioBeforeHost":false,
        "joinBeforeHostMinutes":0,"excludePassword":false,"publicMeeting":false,"reminderTime":10,"unlockedMeetingJoinSecurity":"allowJoin",
        "sessionTypeId":3,"enableAutomaticLock":false,"automaticLockMinutes":0,"allowFirstUserToBeCoHost":false,"allowAuthenticatedDevices":false,
        "enabledBreakoutSessions":false}
        """;

    private static readonly Setting[] Changeable =
    [
        .. Flags("enabledAutoRecordMeeting allowAnyUserToBeCoHost enabledJoinBeforeHost enableConnectAudioBeforeHost excludePassword publicMeeting "
            + "enabledWebcastView enableAutomaticLock allowFirstUserToBeCoHost allowAuthenticatedDevices enabledBreakoutSessions enabledAudioWatermark "
            + "enabledVisualWatermark requireAttendeeLogin restrictToInvitees enabledLiveStream"),
        .. Texts("panelistPassword"),
        Amount("joinBeforeHostMinutes"), Amount("reminderTime"), Amount("sessionTypeId"), Amount("automaticLockMinutes"), Amount("visualWatermarkOpacity", 5, 80),
        Choice("unlockedMeetingJoinSecurity", Securities),
        Object("meetingOptions", [
            .. Flags("enabledChat enabledVideo enabledPolling enabledNote enabledFileTransfer enabledUCFRichMedia"), Choice("noteType", "allowAll", "allowOne")]),
        Object("attendeePrivileges", [
            .. Flags("enabledShareContent enabledSaveDocument enabledPrintDocument enabledAnnotate enabledViewParticipantList enabledViewThumbnails "
                + "enabledRemoteControl enabledViewAnyDocument enabledViewAnyPage enabledContactOperatorPrivately enabledChatHost enabledChatPresenter "
                + "enabledChatOtherParticipants")]),
        List("trackingCodes", [.. Filled("name value", most: 120)]),
        Object("audioConnectionOptions", [
            .. Flags("enabledTollFreeCallIn enabledGlobalCallIn enabledAudienceCallBack allowHostToUnmuteParticipants allowAttendeeToUnmuteSelf muteAttendeeUponEntry"),
            Choice("audioConnectionType", "webexAudio", "VoIP", "other", "none"), Choice("entryAndExitTone", "beep", "announceName", "noTone")]),
        Object("liveStream", [
            .. Required("destination rtmpUrl streamUrl"), .. Texts("resolution"), .. Flags("allowChangeLayoutInMeeting followStageLayoutWhenSynced"),
            Choice("layoutWithoutSharedContent", "grid", "stack", "focus"),
            Choice("layoutWithSharedContent", "stack", "focusedContentWithActiveSpeaker", "focusedContent")]),
    ];

    private static readonly Setting[] OnlyNew =
    [
        Object("registration", [
            .. Flags("autoAcceptRequest requireFirstName requireLastName requireEmail requireJobTitle requireCompanyName requireAddress1 requireAddress2 "
                + "requireCity requireState requireZipCode requireCountryRegion requireWorkPhone requireFax"),
            Amount("maxRegisterNum"),
            List("customizedQuestions", [
                .. Required("question"),
                Choice("type", "singleLineTextBox", "multiLineTextBox", "checkbox", "dropdownList", "radioButtons") with { IsRequired = true },
                .. Flags("required"), Amount("maxLength"), List("options", [.. Required("value")]),
                List("rules", [Choice("condition", Conditions) with { IsRequired = true }, .. Required("value"), Choice("result", "approve", "reject"), .. Flags("matchCase")])]),
            List("rules", [
                .. Required("question value"), Choice("condition", Conditions) with { IsRequired = true }, Choice("result", "approve", "reject"),
                .. Flags("matchCase"), Amount("order")])]),
        Object("simultaneousInterpretation", [
            .. Flags("enabled").Select(flag => flag with { IsRequired = true }),
            List("interpreters", [.. Required("languageCode1 languageCode2"), .. Texts("email displayName")])]),
    ];

    public static JsonElement New(Fields body, string scheduledType) =>
        Checked(Numbered(Merge(JsonNode.Parse(Defaults)!.AsObject(), body, [.. Changeable, .. OnlyNew])), scheduledType);

    /// <summary>The settings after a change: what is not sent stays, and what may be cleared is, where it was sent as null.</summary>
    public static JsonElement Changed(JsonElement before, Fields body, string scheduledType)
    {
        var settings = JsonObject.Create(before)!;
        if (body.IsNull("trackingCodes")) settings.Remove("trackingCodes");
        return Checked(Merge(settings, body, Changeable), scheduledType);
    }

    private static JsonObject Merge(JsonObject settings, Fields body, IEnumerable<Setting> known)
    {
        foreach (var setting in known)
        {
            if (body.Value(setting.Name) is { } value) settings[setting.Name] = setting.Read(value);
        }
        return settings;
    }

    // What of a registration one refers to later has a number, and interpreters an id.
    private static JsonObject Numbered(JsonObject settings)
    {
        Number(settings["registration"]?["rules"], "order");
        Number(settings["registration"]?["customizedQuestions"], "id");
        foreach (var question in settings["registration"]?["customizedQuestions"]?.AsArray() ?? [])
        {
            Number(question!["options"], "id");
            Number(question["rules"], "order");
        }
        foreach (var interpreter in settings["simultaneousInterpretation"]?["interpreters"]?.AsArray() ?? []) interpreter!["id"] = Guid.NewGuid().ToString("N");
        return settings;
    }

    private static void Number(JsonNode? list, string name)
    {
        foreach (var (index, item) in (list?.AsArray() ?? []).Index()) item![name] ??= index + 1;
    }

    private static JsonElement Checked(JsonObject settings, string scheduledType)
    {
        if (Is("allowAnyUserToBeCoHost") && Is("allowFirstUserToBeCoHost")) throw Refusal.BadRequest(Http.Texts.CoHosts);
        if (Is("enabledLiveStream") && !settings.ContainsKey("liveStream")) throw Refusal.BadRequest(Http.Texts.Invalid("liveStream"));
        if (Is("restrictToInvitees") && settings["requireAttendeeLogin"]?.GetValue<bool>() is false) throw Refusal.BadRequest(Http.Texts.Invalid("restrictToInvitees"));
        int[] minutes = scheduledType is "webinar" ? [0, 15, 30, 45, 60] : [0, 5, 10, 15];
        if (!minutes.Contains(settings["joinBeforeHostMinutes"]!.GetValue<int>())) throw Refusal.BadRequest(Http.Texts.Invalid("joinBeforeHostMinutes"));
        if (Is("enabledVisualWatermark") && !settings.ContainsKey("visualWatermarkOpacity")) settings["visualWatermarkOpacity"] = 10;
        return JsonElement.Parse(settings.ToJsonString());

        bool Is(string name) => settings[name]?.GetValue<bool>() is true;
    }
}
