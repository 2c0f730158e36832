using System.Globalization;
using WebexSimulator.Model;

namespace WebexSimulator.Control;

/// <summary>Which lines of the ledger: every condition that is given must hold. A text is compared without regard to case.</summary>
internal sealed record LedgerQuery
{
    public long After { get; private init; }
    public DateTimeOffset? Since { get; private init; }
    public string? Kind { get; private init; }
    public string? Method { get; private init; }
    public string? Route { get; private init; }

    /// <summary>The id of whoever called, or whose webhook was delivered to.</summary>
    public string? PersonId { get; private init; }

    /// <summary><c>404</c>, or <c>4xx</c>; <c>none</c> where there was no answer.</summary>
    public string? Status { get; private init; }
    public string? Resource { get; private init; }
    public string? Event { get; private init; }
    public string? WebhookId { get; private init; }

    /// <summary>The id of an injected fault, or <c>any</c>.</summary>
    public string? Fault { get; private init; }

    /// <summary>Reads the query of a request.</summary>
    /// <exception cref="FormatException">A value is none of its kind; the message says which.</exception>
    public static LedgerQuery Read(IQueryCollection query, World world)
    {
        string? Value(string name) => query[name] is [{ Length: > 0 } value] ? value : null;
        if (query.Keys.FirstOrDefault(key => !Names.Contains(key)) is { } unknown)
            throw new FormatException($"'{unknown}' is no condition; there are {string.Join(", ", Names)}.");
        return new()
        {
            After = Number(Value("after")),
            Since = Time(Value("since")),
            Kind = Value("kind"),
            Method = Value("method"),
            Route = Value("route") is { } route ? route.StartsWith("/v1", StringComparison.Ordinal) ? route : "/v1" + route : null,
            PersonId = Value("person") is { } person ? PersonOf(person, world) : null,
            Status = Value("status"),
            Resource = Value("resource"),
            Event = Value("event"),
            WebhookId = Value("webhook"),
            Fault = Value("fault"),
        };
    }

    public bool Matches(LedgerEntry entry)
    {
        var (call, delivery) = (entry.Call, entry.Delivery);
        return entry.Sequence > After
            && !(entry.Time < Since)
            && Is(Kind, entry.Kind)
            && Is(Method, call?.Method)
            && Is(Route, call?.Route)
            && Is(PersonId, call is not null ? call.PersonId : delivery?.PersonId)
            && HasStatus(call is not null ? call.Status : delivery?.Status)
            && Is(Resource, delivery?.Resource)
            && Is(Event, delivery?.Event)
            && Is(WebhookId, delivery?.WebhookId)
            && HasFault(call is not null ? call.Fault : delivery?.Fault);
    }

    private static readonly string[] Names =
        ["after", "since", "kind", "method", "route", "person", "status", "resource", "event", "webhook", "fault", "count", "timeout"];

    private static bool Is(string? wanted, string? value) => wanted is null || wanted.Equals(value, StringComparison.OrdinalIgnoreCase);

    private bool HasFault(string? fault) => Fault is "any" ? fault is not null : Is(Fault, fault);

    private bool HasStatus(int? status) => Status switch
    {
        null => true,
        "none" => status is null,
        [var hundreds, 'x' or 'X', 'x' or 'X'] => status / 100 == hundreds - '0',
        _ => status?.ToString(CultureInfo.InvariantCulture) == Status,
    };

    private static string PersonOf(string person, World world)
    {
        lock (world.Gate)
        {
            return (world.People.WithEmail(person) ?? world.People.WithId(person))?.Id ?? throw new FormatException($"person: nobody is '{person}'.");
        }
    }

    private static long Number(string? text) => text is null ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"after: '{text}' is no sequence number.");

    private static DateTimeOffset? Time(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw new FormatException($"since: '{text}' is no time, as 2026-03-01T09:00:00Z is.");
}
