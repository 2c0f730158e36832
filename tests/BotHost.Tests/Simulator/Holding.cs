using System.Net;
using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>Makes meetings happen, as a test does.</summary>
internal static class Holding
{
    /// <param name="what"><c>start</c>, <c>join</c>, <c>leave</c>, <c>end</c>, <c>recordings</c>, <c>transcripts</c> or <c>summaries</c>.</param>
    public static async Task<JsonElement> HoldAsync(this LocalWebex webex, string meetingId, string what, object? body = null)
    {
        var (status, answer) = await webex.ControlAsync(HttpMethod.Post, $"meetings/{meetingId}/{what}", body ?? new { });
        (status is HttpStatusCode.OK or HttpStatusCode.NoContent).ShouldBeTrue($"{what}: {answer}");
        return answer;
    }
}
