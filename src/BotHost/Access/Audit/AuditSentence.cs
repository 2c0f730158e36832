namespace BotHost.Access;

/// <summary>Tells a row of the audit as a sentence, from what is stored of it. Names are those of then.</summary>
internal static class AuditSentence
{
    /// <summary>How reasons of refusals begin. The sentence has said so already.</summary>
    private const string Denied = "denied: ";

    public static string Of(AuditEntry entry) => Enum.TryParse<AuditKind>(entry.Row.Kind, out var kind) ? kind switch
    {
        AuditKind.Decision => Decision(entry),
        AuditKind.Outcome => $"Call {entry.Row.About}: {Outcome(entry.Row)}",
        AuditKind.Approval => $"{Approver(entry)} {(entry.Row.Verdict == nameof(AgentVerdict.Allowed) ? "approved" : "turned down")} call {entry.Row.About}",
        AuditKind.Erasure => $"What named a person was erased from rows {entry.Row.Numbers}",
        _ => $"Rows up to {entry.Row.Numbers} were dropped, because they had been kept long enough",
    } : $"Row {entry.Row.Number} was written by a later version";

    /// <summary>What an agent wants, for whoever is to decide: <c>delete a message in Incidents</c>.</summary>
    public static string Wish(AuditedCall audited)
    {
        var call = audited.Call;
        var verb = AuditVerbs.Of(call.Tool);
        return Join(verb.Plain, What(verb, audited.PersonName, call.Subject), Place(verb, audited.Title, call.Room?.Value, audited.PersonName, call.IsDirect));
    }

    private static string Decision(AuditEntry entry)
    {
        var (row, details) = (entry.Row, entry.Details);
        if (row is { Tool: null, Numbers: { } calls })
            return $"Agent {row.Agent} was turned away {(calls == "1" ? "once" : $"{calls} times")}, unlooked at: {row.Reason}";
        var verb = AuditVerbs.Of(row.Tool ?? "a tool");
        var isDirect = details?.Person is not null && row.Room is null;
        var what = What(verb, details?.PersonName, details?.Subject);
        var place = Place(verb, details?.Title, row.Room, details?.PersonName, isDirect);
        var to = Join(verb.Plain, what, place);
        var done = Join(verb.Past, what, place);
        var identity = $"as {Identity(entry)}";
        var reason = string.IsNullOrEmpty(row.Reason) ? "" : $": {(row.Reason.StartsWith(Denied, StringComparison.Ordinal) ? row.Reason[Denied.Length..] : row.Reason)}";
        var agent = $"Agent {row.Agent}";
        if (row.Verdict == nameof(AgentVerdict.Denied))
            return $"{agent} was refused to {to}{reason}";
        if (row.Verdict == nameof(AgentVerdict.NeedsApproval))
            return $"{agent} asked to {to}{reason}";
        var approved = details?.Approver is null ? "" : $", approved by {Approver(entry)}";
        return entry.Outcome?.Outcome switch
        {
            nameof(AuditOutcome.Done) => $"{agent} {done} {identity}{reason}{approved}",
            null => $"{agent} is about to {to} {identity}{reason}{approved}",
            _ => $"{agent} tried to {to} {identity}{reason}{approved}; {Outcome(entry.Outcome)}",
        };
    }

    private static string Outcome(AuditRow row) => row.Outcome switch
    {
        nameof(AuditOutcome.Done) => "it was done",
        nameof(AuditOutcome.Refused) => $"Webex refused it ({row.Status})",
        nameof(AuditOutcome.Failed) => "it failed",
        _ => "nobody knows whether it happened",
    };

    private static string What(AuditVerb verb, string? person, string? subject) =>
        verb.TakesPerson && person is not null ? person : verb.NamesSubject && subject is not null ? $"{verb.What} {subject}" : verb.What;

    /// <summary>Empty where nothing tells of one.</summary>
    private static string Place(AuditVerb verb, string? title, string? room, string? person, bool isDirect) => (title, room, isDirect) switch
    {
        ({ } named, _, _) => $"{verb.Where} {named}",
        (_, { }, _) => $"{(verb.Where == "called" ? "with the id" : verb.Where + " a space:")} {room}",
        (_, _, true) when !verb.TakesPerson => $"to {person ?? "one person"}",
        _ => "",
    };

    private static string Identity(AuditEntry entry) => entry switch
    {
        { Details.IdentityName: { } name } => name,
        { Details.Identity: { } text } when WebexIdentity.Parse(text) is { } identity => identity.Kind switch
        {
            IdentityKind.Bot => "the bot",
            IdentityKind.ServiceApp => $"the service app {identity.Id}",
            _ => $"the person {identity.Id}",
        },
        _ => "somebody who was erased",
    };

    private static string Approver(AuditEntry entry) => entry.Details?.ApproverName ?? entry.Details?.Approver ?? (entry.IsErased ? "somebody who was erased" : "somebody");

    private static string Join(params IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
