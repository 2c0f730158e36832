using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>Somebody's part in a meeting that takes or took place.</summary>
[JsonConverter(typeof(WebexIdConverter<ParticipantId>))]
internal readonly record struct ParticipantId(string Value) : IWebexId<ParticipantId>
{
    public static ParticipantId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Somebody's registration for a meeting.</summary>
[JsonConverter(typeof(WebexIdConverter<RegistrantId>))]
internal readonly record struct RegistrantId(string Value) : IWebexId<RegistrantId>
{
    public static RegistrantId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A recording.</summary>
[JsonConverter(typeof(WebexIdConverter<RecordingId>))]
internal readonly record struct RecordingId(string Value) : IWebexId<RecordingId>
{
    public static RecordingId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>What was said in a meeting, in writing.</summary>
[JsonConverter(typeof(WebexIdConverter<TranscriptId>))]
internal readonly record struct TranscriptId(string Value) : IWebexId<TranscriptId>
{
    public static TranscriptId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>One utterance of a transcript.</summary>
[JsonConverter(typeof(WebexIdConverter<SnippetId>))]
internal readonly record struct SnippetId(string Value) : IWebexId<SnippetId>
{
    public static SnippetId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A meeting's summary.</summary>
[JsonConverter(typeof(WebexIdConverter<SummaryId>))]
internal readonly record struct SummaryId(string Value) : IWebexId<SummaryId>
{
    public static SummaryId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A licence.</summary>
[JsonConverter(typeof(WebexIdConverter<LicenseId>))]
internal readonly record struct LicenseId(string Value) : IWebexId<LicenseId>
{
    public static LicenseId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A role of an organisation's administration.</summary>
[JsonConverter(typeof(WebexIdConverter<RoleId>))]
internal readonly record struct RoleId(string Value) : IWebexId<RoleId>
{
    public static RoleId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Something that happened in an organisation.</summary>
[JsonConverter(typeof(WebexIdConverter<OrganizationEventId>))]
internal readonly record struct OrganizationEventId(string Value) : IWebexId<OrganizationEventId>
{
    public static OrganizationEventId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Something an administrator did.</summary>
[JsonConverter(typeof(WebexIdConverter<AuditEventId>))]
internal readonly record struct AuditEventId(string Value) : IWebexId<AuditEventId>
{
    public static AuditEventId From(string value) => new(value);

    public override string ToString() => Value;
}
