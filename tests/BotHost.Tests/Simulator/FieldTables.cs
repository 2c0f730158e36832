using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>
/// The fields of every resource, written from what is known of the service and not from the simulator: <c>name:type</c>, with <c>?</c>
/// where it may be missing. It needs nothing but this repository.
/// </summary>
internal static class FieldTables
{
    private const string Membership = " personId:PEOPLE personEmail:text personDisplayName:text personOrgId:ORGANIZATION isModerator:flag created:time";

    private const string Tokens = "access_token:text expires_in:number refresh_token:text refresh_token_expires_in:number token_type:text scope?:text";

    private static readonly (string Path, string Fields)[] Tables =
    [
        ("/people", "id:PEOPLE emails:text phoneNumbers?:object displayName:text nickName?:text firstName?:text lastName?:text avatar?:text "
            + "orgId:ORGANIZATION roles?:ROLE licenses?:LICENSE created:time lastModified?:time timezone?:text lastActivity?:time status?:text "
            + "extension?:text locationId?:text department?:text manager?:text managerId?:PEOPLE title?:text addresses?:object "
            + "siteUrls?:text sipAddresses?:object invitePending?:text|flag loginEnabled?:text|flag type:text"),
        ("/rooms/{id}/meetingInfo", "roomId?:ROOM meetingLink?:text sipAddress?:text meetingNumber?:text meetingId?:text callInTollFreeNumber?:text callInTollNumber?:text"),
        ("/rooms", "id:ROOM title:text type:text isLocked:flag teamId?:TEAM lastActivity:time creatorId:PEOPLE created:time ownerId:ORGANIZATION "
            + "classificationId?:CLASSIFICATION description?:text isPublic?:flag madePublic?:time isReadOnly?:flag isAnnouncementOnly?:flag"),
        ("/room/tabs", "id:ROOM_TAB roomId:ROOM roomType:text displayName:text contentUrl:text creatorId:PEOPLE created:time"),
        ("/memberships", "id:MEMBERSHIP roomId:ROOM roomType:text isMonitor:flag isRoomHidden?:flag" + Membership),
        ("/teams", "id:TEAM name:text description?:text creatorId?:PEOPLE created:time"),
        ("/team/memberships", "id:TEAM_MEMBERSHIP teamId:TEAM" + Membership),
        ("/messages", "id:MESSAGE parentId?:MESSAGE roomId:ROOM roomType:text toPersonId?:text toPersonEmail?:text text?:text markdown?:text html?:text "
            + "files?:text personId:PEOPLE personEmail:text mentionedPeople?:PEOPLE mentionedGroups?:text attachments?:object created:time updated?:time"),
        ("/attachment/actions", "id:ATTACHMENT_ACTION type:text messageId:MESSAGE inputs:object personId:PEOPLE roomId:ROOM created:time"),
        ("/webhooks", "id:WEBHOOK name:text targetUrl:text resource:text event:text filter?:text secret?:text status:text created:time "
            + "orgId:ORGANIZATION createdBy:PEOPLE appId:APPLICATION ownedBy:text"),
        ("/meetings/join", "startLink?:text joinLink:text expiration?:text"),
        ("/meetings/reassignHost", "meetingId:text httpStatus:number message?:text errors?:object"),
        ("/meetings/{id}/registrants", "id:text status:text registrationTime:text firstName:text lastName:text email:text jobTitle?:text companyName?:text "
            + "address1?:text address2?:text city?:text state?:text zipCode?:text countryRegion?:text workPhone?:text fax?:text"),
        ("/meetings", "id:text meetingSeriesId?:text scheduledMeetingId?:text meetingNumber?:text title:text agenda?:text password?:text "
            + "phoneAndVideoSystemPassword?:text meetingType:text state:text hostDidJoin?:flag attendeeDidJoin?:flag isModified?:flag timezone:text start:text "
            + "end?:text recurrence?:text hostUserId:PEOPLE hostDisplayName:text hostEmail:text hostKey:text siteUrl:text webLink:text registerLink?:text "
            + "sipAddress?:text dialInIpAddress?:text roomId?:ROOM enabledAutoRecordMeeting?:flag allowAnyUserToBeCoHost?:flag enabledJoinBeforeHost?:flag "
            + "enableConnectAudioBeforeHost?:flag joinBeforeHostMinutes?:number excludePassword?:flag publicMeeting?:flag reminderTime?:number "
            + "unlockedMeetingJoinSecurity?:text sessionTypeId?:number scheduledType:text enabledWebcastView?:flag panelistPassword?:text enableAutomaticLock?:flag "
            + "automaticLockMinutes?:number allowFirstUserToBeCoHost?:flag allowAuthenticatedDevices?:flag hasChat?:flag hasRecording?:flag hasTranscription?:flag "
            + "hasClosedCaption?:flag hasPolls?:flag hasQA?:flag hasSlido?:flag telephony:object meetingOptions?:object attendeePrivileges?:object "
            + "registration?:object integrationTags?:text simultaneousInterpretation?:object enabledBreakoutSessions:flag trackingCodes?:object "
            + "enabledAudioWatermark?:flag enabledVisualWatermark?:flag visualWatermarkOpacity?:number audioConnectionOptions?:object requireAttendeeLogin?:flag "
            + "restrictToInvitees?:flag enabledLiveStream?:flag liveStream?:object"),
        ("/meetingInvitees", "id:text email:text displayName:text coHost:flag meetingId:text panelist:flag"),
        ("/meetingParticipants/callout", "participantId:text invitationCorrelationId:text meetingNumber:text meetingId:text address:text addressType:text displayName:text state:text"),
        ("/meetingParticipants", "id:text orgId?:text host:flag coHost:flag spaceModerator?:flag email:text displayName:text invitee:flag muted:flag meetingStartTime?:text "
            + "video:text state?:text joinedTime?:text leftTime?:text siteUrl:text meetingId:text hostEmail:text devices:object"),
        ("/recordings", "id:text meetingId:text scheduledMeetingId:text meetingSeriesId:text topic:text createTime:text timeRecorded:text siteUrl:text downloadUrl:text "
            + "playbackUrl:text password:text temporaryDirectDownloadLinks?:object format:text serviceType:text durationSeconds:number sizeBytes:number shareToMe:flag "
            + "integrationTags?:text status:text"),
        ("/meetingTranscripts/{id}/snippets", "id:text text:text personName:text personEmail:text offsetMillisecond:number durationMillisecond:number"),
        ("/meetingTranscripts", "id:text siteUrl:text startTime:text meetingTopic:text meetingId:text scheduledMeetingId:text meetingSeriesId:text hostUserId:PEOPLE "
            + "vttDownloadLink:text txtDownloadLink:text status:text"),
        ("/meetingSummaries", "id:text meetingId:text status:text notes:object actionItems:object"),
        ("/meetingPreferences/sites", "sites?:object siteUrl?:text default?:flag"),
        ("/authorizations/tokenExpiry", "exp:number"),
        ("/authorizations", "id:AUTHORIZATION applicationId:APPLICATION applicationName:text personId:PEOPLE clientId:text created:time type:text"),
        ("/applications/{id}/token", Tokens),
        ("/access_token", Tokens),
        ("/device/authorize", "device_code:text expires_in:number user_code:text verification_uri:text verification_uri_complete:text interval:number"),
        ("/device/token", Tokens),
        ("/guests/token", "id:PEOPLE subject:text displayName:text email:text accessToken:text expiresIn:number"),
        ("/jwt/login", "token:text expiresIn:number"),
        ("/organizations", "id:ORGANIZATION displayName:text created:time"),
        ("/licenses", "id:LICENSE name:text totalUnits:number consumedUnits:number consumedByUsers:number consumedByWorkspaces:number"),
        ("/roles", "id:ROLE name:text"),
        ("/adminAudit/events", "id:ADMIN_AUDIT_EVENT actorId:PEOPLE actorOrgId:ORGANIZATION created:time data:object"),
        ("/events", "id:EVENT resource:text type:text appId?:APPLICATION actorId:PEOPLE orgId:ORGANIZATION created:time data:object"),
    ];

    /// <summary>What in the body of an answer is not as the table says; a path without a table has none.</summary>
    public static IEnumerable<string> Deviations(string path, JsonElement body)
    {
        if (Tables.FirstOrDefault(table => IsOf(path, table.Path)) is not { Fields: { } fields }) return [];
        // Somebody who is written about and was asked for his id only.
        if (fields == Tables[0].Fields && body.TryGetProperty("id", out _) && body.EnumerateObject().Count() == 1) return [];
        IEnumerable<JsonElement> items = body.TryGetProperty("items", out var list) ? list.EnumerateArray() : [body];
        return items.SelectMany(item => Compare(item, fields)).Concat(BesideItems(body)).Select(deviation => $"{path}: {deviation}");
    }

    private static bool IsOf(string path, string table)
    {
        var (called, named) = (path.Trim('/').Split('/'), table.Trim('/').Split('/'));
        return called.Length >= named.Length && named.Zip(called).All(pair => pair.First == "{id}" || pair.First == pair.Second);
    }

    // A list has nothing beside its items but the ids that are nobody's.
    private static IEnumerable<string> BesideItems(JsonElement body) => body.TryGetProperty("items", out _)
        ? body.EnumerateObject().Select(field => field.Name).Except(["items", "notFoundIds"]).Select(name => $"{name} stands beside the items")
        : [];

    private static IEnumerable<string> Compare(JsonElement item, string table)
    {
        var fields = table.Split(' ').Select(field => field.Split(':')).ToDictionary(parts => parts[0].TrimEnd('?'), parts => (IsOptional: parts[0].EndsWith('?'), Types: parts[1]));
        // What could not be decrypted is missing, and named.
        var broken = item.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Object ? errors.EnumerateObject().Select(error => error.Name).ToArray() : [];
        foreach (var (name, field) in fields)
        {
            if (!item.TryGetProperty(name, out var value))
            {
                if (!field.IsOptional && !broken.Contains(name)) yield return $"{name} is missing";
            }
            else if (!field.Types.Split('|').Any(type => IsA(type, value)))
            {
                yield return $"{name} is no {field.Types}";
            }
        }
        foreach (var unknown in item.EnumerateObject().Select(field => field.Name).Where(name => name is not "errors" && !fields.ContainsKey(name)))
            yield return $"{unknown} is in no table";
    }

    private static bool IsA(string type, JsonElement value) => value.ValueKind is JsonValueKind.Array
        ? value.EnumerateArray().All(item => IsA(type, item))
        : type == "text" ? value.ValueKind is JsonValueKind.String : WireType.Of(value) == type;
}
