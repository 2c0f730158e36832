using System.Collections.Frozen;

namespace BotHost.Access;

/// <summary>What a tool does, in words: <c>posted</c> <c>a message</c> <c>to</c> a space.</summary>
/// <param name="Past">It was done.</param>
/// <param name="Plain">It is to be done.</param>
/// <param name="What">To what.</param>
/// <param name="Where">What leads to the place, where there is one.</param>
/// <param name="TakesPerson">Whether <paramref name="What"/> is the person it is about, where one is known.</param>
/// <param name="NamesSubject">Whether <paramref name="What"/> is followed by what else it is about, where that is known.</param>
internal sealed record AuditVerb(string Past, string Plain, string What, string Where = "in", bool TakesPerson = false, bool NamesSubject = false);

/// <summary>The one place that says in words what each tool does.</summary>
internal static class AuditVerbs
{
    private static readonly FrozenDictionary<string, AuditVerb> Known = new Dictionary<string, AuditVerb>
    {
        ["webex-create-message"] = new("posted", "post", "a message", "to"),
        ["webex-edit-message"] = new("edited", "edit", "a message"),
        ["webex-delete-message"] = new("deleted", "delete", "a message"),
        ["webex-get-message"] = new("read", "read", "messages"),
        ["webex-search-messages"] = new("searched", "search", "messages"),
        ["webex-list-direct-messages"] = new("read", "read", "a direct conversation"),
        ["webex-create-thread-reply"] = new("replied", "reply", "in a thread"),
        ["webex-get-thread"] = new("read", "read", "a thread"),
        ["webex-share-file"] = new("shared", "share", "a file"),
        ["webex-upload-file"] = new("uploaded", "upload", "a file", "to"),
        ["webex-get-file-details"] = new("looked", "look", "at a file"),
        ["webex-download-file"] = new("downloaded", "download", "a file", "from"),
        ["webex-create-space"] = new("created", "create", "a space", "called"),
        ["webex-get-space"] = new("looked", "look", "at spaces", "such as"),
        ["webex-update-space"] = new("changed", "change", "a space", "called"),
        ["webex-delete-space"] = new("deleted", "delete", "a space", "called"),
        ["webex-search-spaces"] = new("searched", "search", "spaces"),
        ["webex-add-membership"] = new("added", "add", "a person", "to", TakesPerson: true),
        ["webex-get-membership"] = new("looked", "look", "at who is", "in"),
        ["webex-update-membership"] = new("changed", "change", "a membership"),
        ["webex-remove-membership"] = new("removed", "remove", "a person", "from", TakesPerson: true),
        ["webex-get-me"] = new("looked", "look", "at who it is"),
        ["webex-list-people"] = new("looked", "look", "for people"),
        ["webex-get-person"] = new("looked", "look", "a person up"),
        ["webex-create-person"] = new("created", "create", "an account"),
        ["webex-list-teams"] = new("looked", "look", "at teams"),
        ["webex-create-team"] = new("created", "create", "a team"),
        ["webex-list-team-memberships"] = new("looked", "look", "at who is in a team"),
        ["webex-add-team-membership"] = new("added", "add", "a person to a team"),
        ["webex-remove-team-membership"] = new("removed", "remove", "a person from a team"),
        ["webex-create-webhook"] = new("created", "create", "a webhook"),
        ["webex-get-webhook"] = new("looked", "look", "at webhooks"),
        ["webex-update-webhook"] = new("changed", "change", "a webhook"),
        ["webex-delete-webhook"] = new("deleted", "delete", "a webhook"),
        ["webex-list-meetings"] = new("looked", "look", "at meetings"),
        ["webex-get-meeting"] = new("looked", "look", "at a meeting"),
        ["webex-create-meeting"] = new("scheduled", "schedule", "a meeting"),
        ["webex-update-meeting"] = new("changed", "change", "a meeting"),
        ["webex-delete-meeting"] = new("deleted", "delete", "a meeting"),
        ["webex-get-meeting-status"] = new("looked", "look", "at how a meeting stands"),
        ["webex-get-meeting-summary"] = new("read", "read", "a meeting's summary"),
        ["webex-list-recordings"] = new("looked", "look", "at recordings"),
        ["webex-list-transcripts"] = new("looked", "look", "at transcripts"),
        ["webex-list-events"] = new("looked", "look", "at what happened"),
        ["ask-person"] = new("asked", "ask", "a question", "in"),
        ["request-approval"] = new("requested", "request", "approval", "in"),
        ["wait-for-reply"] = new("waited", "wait", "for a reply", "in"),
        ["run-command"] = new("ran", "run", "the bot's command", "in", NamesSubject: true),
        ["get-approval"] = new("looked", "look", "at what people answered", "in"),
        ["list-deliveries"] = new("looked", "look", "at what the bot has to say still"),
        ["inbox-status"] = new("looked", "look", "at how the bot is doing"),
    }.ToFrozenDictionary();

    public static IEnumerable<string> Tools => Known.Keys;

    /// <summary>Of a tool nobody described here, its name.</summary>
    public static AuditVerb Of(string tool) => Known.GetValueOrDefault(tool) ?? new AuditVerb("used", "use", tool);
}
