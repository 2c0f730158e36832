using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Webhooks;

/// <summary>What a webhook is limited to: <c>name=value</c>, joined by <c>&amp;</c>, all of which must hold.</summary>
/// <param name="Source">As it was sent; null where there is none.</param>
internal sealed record WebhookFilter(string? Source, IReadOnlyList<FilterTerm> Terms, bool IgnoresCase)
{
    public bool Matches(WorldEvent happened) => Terms.All(term =>
    {
        var facts = happened.Facts(term.Name);
        var comparison = IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        // A list of people means any of them.
        return term.Value.Split(',').Any(value => facts.Any(fact => fact.Equals(value, comparison)));
    });

    /// <summary>Reads a filter. The values of ids must name what the creator can see.</summary>
    public static WebhookFilter Parse(string? source, WebhookKind kind, Person creator, bool isOfOrganisation, Sight sight, SimulatorSwitches switches)
    {
        var terms = (source ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries).Select(term =>
        {
            var (name, value) = term.Split('=', 2) is [var left, var right] ? (left, Uri.UnescapeDataString(right)) : (term, "");
            if (value.Length == 0 || !kind.Filters.Contains(name) || (!isOfOrganisation && kind.OnlyOfOrganisation.Contains(name)) || Normal(name, value, creator, sight) is not { } normal)
                throw Refusal.BadRequest(Rejection(name));
            return new FilterTerm(name, normal);
        });
        return new(source, [.. terms], switches.FiltersIgnoreCase);
    }

    // Ids may come as bare UUIDs and are compared in full; null is one that cannot be seen.
    private static string? Normal(string name, string value, Person creator, Sight sight)
    {
        try
        {
            return name switch
            {
                "roomId" => sight.Room(creator, value).Room.Id,
                "messageId" => sight.Message(creator, value).Message.Id,
                "personId" => sight.Person(value)?.Id,
                "mentionedPeople" => People(value, creator, sight),
                "roomType" or "type" => value is "direct" or "group" ? value : null,
                "isModerator" or "isLocked" or "hasFiles" or "hasAttachments" => value is "true" or "false" ? value : null,
                _ => value,
            };
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static string? People(string value, Person creator, Sight sight)
    {
        var ids = value.Split(',').Select(who => who == "me" ? creator.Id : sight.Person(who)?.Id).ToList();
        return ids.Contains(null) ? null : string.Join(',', ids);
    }

    // As the service passes on what its webhook engine said.
    private static string Rejection(string name) =>
        "POST failed: HTTP/1.1 400 Bad Request (url = https://webhook-engine-a.wbx2.com/webhook-engine/api/v1/webhooks, "
        + $"request/response TrackingId = {TrackingId.New()}, error = 'Invalid value for filter: {name}')";
}

internal sealed record FilterTerm(string Name, string Value);
