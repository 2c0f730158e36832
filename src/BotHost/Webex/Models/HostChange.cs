using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>Series that are to have another host. All are of one site.</summary>
/// <param name="HostEmail">The new host.</param>
/// <param name="MeetingIds">1 to 100 series.</param>
internal sealed record HostChange(string HostEmail, IReadOnlyList<MeetingId> MeetingIds) : ICheckedRequest
{
    public void Check() => MeetingLimits.CheckCount(MeetingIds, 1, MeetingLimits.AtOnce, nameof(MeetingIds));

    /// <summary>The number alone: addresses stay out of logs.</summary>
    public override string ToString() => $"New host of {MeetingIds.Count} meetings";
}

/// <summary>What became of one meeting that was to have another host.</summary>
internal sealed record HostChangeResult
{
    public required MeetingId MeetingId { get; init; }

    /// <summary>200 where it has. The specification calls it a string and shows a number.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required int HttpStatus { get; init; }

    public string? Message { get; init; }
}
