using System.Net;
using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Tells a refusal of Webex, which is an answer for the handler, from a fault, which is not.</summary>
internal static class Refusals
{
    /// <summary>Runs a call; a 4xx that trying again would not change becomes a <see cref="WebexRefusedException"/>.</summary>
    public static async Task<T> AskAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (WebexException e) when (IsRefusal(e))
        {
            throw new WebexRefusedException((int)e.Status!, e.Message);
        }
    }

    /// <inheritdoc cref="AskAsync{T}"/>
    public static async Task AskAsync(Task call)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (WebexException e) when (IsRefusal(e))
        {
            throw new WebexRefusedException((int)e.Status!, e.Message);
        }
    }

    /// <summary>Runs a read; what the bot cannot see is null.</summary>
    public static async Task<T?> FindAsync<T>(Task<T> call) where T : class
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (WebexException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return null;
        }
    }

    private static bool IsRefusal(WebexException e) => e.Status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
        and not (HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or HttpStatusCode.Locked or HttpStatusCode.TooManyRequests);
}
