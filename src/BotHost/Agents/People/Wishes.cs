using System.Collections.Frozen;
using BotHost.Access;
using BotHost.Bot;

namespace BotHost.Agents;

/// <summary>What an agent wants, for whoever is asked, in their language. English says what <see cref="AuditSentence.Wish"/> says.</summary>
internal static class Wishes
{
    private static readonly FrozenDictionary<string, string> Keys = new Dictionary<string, string>
    {
        ["webex-create-message"] = "WishCreateMessage",
        ["webex-edit-message"] = "WishEditMessage",
        ["webex-delete-message"] = "WishDeleteMessage",
        ["webex-get-message"] = "WishGetMessage",
        ["webex-search-messages"] = "WishSearchMessages",
        ["webex-list-direct-messages"] = "WishListDirectMessages",
        ["webex-create-thread-reply"] = "WishCreateThreadReply",
        ["webex-get-thread"] = "WishGetThread",
        ["webex-share-file"] = "WishShareFile",
        ["webex-upload-file"] = "WishUploadFile",
        ["webex-get-file-details"] = "WishGetFileDetails",
        ["webex-download-file"] = "WishDownloadFile",
        ["webex-create-space"] = "WishCreateSpace",
        ["webex-get-space"] = "WishGetSpace",
        ["webex-update-space"] = "WishUpdateSpace",
        ["webex-delete-space"] = "WishDeleteSpace",
        ["webex-search-spaces"] = "WishSearchSpaces",
        ["webex-add-membership"] = "WishAddMembership",
        ["webex-get-membership"] = "WishGetMembership",
        ["webex-update-membership"] = "WishUpdateMembership",
        ["webex-remove-membership"] = "WishRemoveMembership",
        ["webex-get-me"] = "WishGetMe",
        ["webex-list-people"] = "WishListPeople",
        ["webex-get-person"] = "WishGetPerson",
        ["webex-create-person"] = "WishCreatePerson",
        ["webex-list-teams"] = "WishListTeams",
        ["webex-create-team"] = "WishCreateTeam",
        ["webex-list-team-memberships"] = "WishListTeamMemberships",
        ["webex-add-team-membership"] = "WishAddTeamMembership",
        ["webex-remove-team-membership"] = "WishRemoveTeamMembership",
        ["webex-create-webhook"] = "WishCreateWebhook",
        ["webex-get-webhook"] = "WishGetWebhook",
        ["webex-update-webhook"] = "WishUpdateWebhook",
        ["webex-delete-webhook"] = "WishDeleteWebhook",
        ["webex-list-meetings"] = "WishListMeetings",
        ["webex-get-meeting"] = "WishGetMeeting",
        ["webex-create-meeting"] = "WishCreateMeeting",
        ["webex-update-meeting"] = "WishUpdateMeeting",
        ["webex-delete-meeting"] = "WishDeleteMeeting",
        ["webex-get-meeting-status"] = "WishGetMeetingStatus",
        ["webex-get-meeting-summary"] = "WishGetMeetingSummary",
        ["webex-list-recordings"] = "WishListRecordings",
        ["webex-list-transcripts"] = "WishListTranscripts",
        ["webex-list-events"] = "WishListEvents",
        ["ask-person"] = "WishAskPerson",
        ["request-approval"] = "WishRequestApproval",
        ["wait-for-reply"] = "WishWaitForReply",
        ["run-command"] = "WishRunCommand",
        ["get-approval"] = "WishGetApproval",
        ["list-deliveries"] = "WishListDeliveries",
        ["inbox-status"] = "WishInboxStatus",
    }.ToFrozenDictionary();

    /// <summary>Behind the word that leads to a place in English.</summary>
    private static readonly FrozenDictionary<string, string> Places = new Dictionary<string, string>
    {
        ["in"] = "WishIn", ["to"] = "WishTo", ["from"] = "WishFrom", ["called"] = "WishCalled", ["such as"] = "WishSuchAs",
    }.ToFrozenDictionary();

    public static IEnumerable<string> Tools => Keys.Keys;

    public static MarkdownText Say(Language language, AuditedCall audited)
    {
        var (tool, place) = (audited.Call.Tool, Place(language, audited));
        return Keys.TryGetValue(tool, out var key)
            ? Texts.SayIn(language, key, place, audited.Call.Subject)
            : Texts.SayIn(language, "WishOther", place, tool);
    }

    private static MarkdownText Place(Language language, AuditedCall audited)
    {
        var verb = AuditVerbs.Of(audited.Call.Tool);
        return (audited.Title, audited.Call.Room, audited.Call.IsDirect) switch
        {
            ({ } title, _, _) => Texts.SayIn(language, Places[verb.Where], title),
            (_, { } room, _) => verb.Where == "called"
                ? Texts.SayIn(language, "WishWithId", room.Value)
                : Texts.SayIn(language, Places[verb.Where], Texts.SayIn(language, "WishSomeSpace", room.Value)),
            (_, _, true) when !verb.TakesPerson => Texts.SayIn(language, "WishToPerson", (object?)audited.PersonName ?? Texts.SayIn(language, "WishOnePerson")),
            _ => default,
        };
    }
}
