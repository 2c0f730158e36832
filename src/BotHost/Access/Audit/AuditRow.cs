using System.Globalization;

namespace BotHost.Access;

/// <summary>What a row of the audit tells.</summary>
internal enum AuditKind
{
    /// <summary>What was decided about a call. Where it was allowed, also the intent to make it.</summary>
    Decision,

    /// <summary>What came of a call that was allowed. Where there are two, the later one knows better.</summary>
    Outcome,

    /// <summary>What a person answered who was asked whether a call may be made.</summary>
    Approval,

    /// <summary>Details of these rows were erased, because they named somebody.</summary>
    Erasure,

    /// <summary>Rows up to this one were dropped, because they had been kept long enough.</summary>
    Dropped,
}

/// <summary>A row of the audit as the store has it. It names no person: what does is in <see cref="AuditDetails"/>. Times are milliseconds since 1970.</summary>
internal sealed record AuditRow
{
    /// <summary>All columns, under the names of the properties.</summary>
    public const string Columns =
        """
        number AS Number, segment AS Segment, at AS At, kind AS Kind, agent AS Agent, tool AS Tool, resource AS Resource, level AS Level, room_id AS Room,
        verdict AS Verdict, grant_name AS GrantName, reason AS Reason, session AS Session, request AS Request, about AS About, outcome AS Outcome,
        status AS Status, numbers AS Numbers, details AS Details, hash AS Hash
        """;

    /// <summary>Its place in the chain: without gaps, and never used twice.</summary>
    public long Number { get; init; }
    public long Segment { get; init; }
    public long At { get; init; }
    public string Kind { get; init; } = "";
    public string? Agent { get; init; }
    public string? Tool { get; init; }
    public string? Resource { get; init; }
    public string? Level { get; init; }
    public string? Room { get; init; }
    public string? Verdict { get; init; }
    public string? GrantName { get; init; }
    public string? Reason { get; init; }
    public string? Session { get; init; }
    public string? Request { get; init; }

    /// <summary>The decision that an outcome or an answer belongs to.</summary>
    public long? About { get; init; }
    public string? Outcome { get; init; }
    public long? Status { get; init; }

    /// <summary>The rows of an erasure, <c>7,12-15</c>; the last row that was dropped; of a decision about calls nobody looked at, how many they were.</summary>
    public string? Numbers { get; init; }

    /// <summary>What its details must amount to; null where it has none.</summary>
    public string? Details { get; init; }
    public string Hash { get; init; } = "";

    public bool Is(AuditKind kind) => Kind == kind.ToString();

    public bool Is(AgentVerdict verdict) => Is(AuditKind.Decision) && Verdict == verdict.ToString();

    /// <summary>The hash this row must have behind a row or an anchor with the hash <paramref name="before"/>.</summary>
    public string HashAfter(string before, AuditHash hash) => hash.Of(
        "row", before, Text(Number), Text(Segment), Text(At), Kind, Agent, Tool, Resource, Level, Room, Verdict, GrantName, Reason, Session, Request,
        Text(About), Outcome, Text(Status), Numbers, Details);

    public static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
