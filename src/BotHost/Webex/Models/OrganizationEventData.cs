using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What an event was about. Which fields there are depends on the resource; of a message there is its text, unlike in a webhook.</summary>
internal sealed record OrganizationEventData
{
    /// <summary>The id of what it happened to.</summary>
    public string? Id { get; init; }

    public RoomId? RoomId { get; init; }

    /// <summary>Such as <c>group</c>.</summary>
    public string? RoomType { get; init; }

    public string? OrgId { get; init; }

    /// <summary>Of a message: what was said.</summary>
    public string? Text { get; init; }

    public PersonId? PersonId { get; init; }

    public string? PersonEmail { get; init; }

    public MeetingId? MeetingId { get; init; }

    public PersonId? CreatorId { get; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>Such as <c>direct</c>, of a room.</summary>
    public string? Type { get; init; }

    /// <summary>Of what was written in a meeting: to whom.</summary>
    public IReadOnlyList<MeetingRecipient> Recipients { get => field ?? []; init; }

    public string? BreakoutSessionId { get; init; }

    /// <summary>What else Webex sent, by name: of calls and of meetings much, and none of it needed here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }

    /// <summary>The id alone: what was said stays out of logs.</summary>
    public override string ToString() => $"Data of {Id}";
}

/// <summary>To whom somebody wrote in a meeting.</summary>
internal sealed record MeetingRecipient(PersonId? PersonId, string? PersonEmail, string? GuestDisplayName, string? GuestEmail)
{
    /// <summary>The id alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Recipient {PersonId}";
}
