using System.Net;
using Refit;

namespace BotHost.Webex;

internal static class AnswerReading
{
    /// <summary>What was answered; null where that was rightly nothing (204).</summary>
    public static T? ContentOrNothing<T>(this ApiResponse<T> answer) where T : class =>
        answer.StatusCode == HttpStatusCode.NoContent ? null : answer.Content ?? throw answer.Error?.InnerException ?? answer.Error!;
}
