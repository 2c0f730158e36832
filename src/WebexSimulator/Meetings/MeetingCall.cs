using WebexSimulator.Http;

namespace WebexSimulator.Meetings;

/// <summary>What calls about meetings have in common.</summary>
internal static class MeetingCall
{
    /// <summary>The zone the times of the answer are to be in: a header says it.</summary>
    public static string Zone(ApiCall call) => call.Header("timezone") is not { } zone ? MeetingTime.Utc
        : MeetingTime.IsZone(zone) ? zone
        : throw Refusal.BadRequest(Texts.Invalid("timezone"));

    public static MeetingReader Reader(ApiCall call) => new(Zone(call), call.Token.AppId);

    public static DateTimeOffset? Time(ApiCall call, string name, string zone) =>
        call.Query(name) is { } text ? MeetingTime.Read(text, zone) ?? throw Refusal.BadRequest(Texts.Invalid(name)) : null;

    /// <summary>A flag that makes a difference when it is not there.</summary>
    public static bool? Flag(ApiCall call, string name) => call.Query(name) is null ? null : call.QueryFlag(name);

    public static string? Choice(ApiCall call, string name, string[] allowed) =>
        call.Query(name) is not { } value || allowed.Contains(value) ? call.Query(name) : throw Refusal.BadRequest(Texts.Invalid(name));
}
