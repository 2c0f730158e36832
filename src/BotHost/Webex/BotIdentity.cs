using System.Net;

namespace BotHost.Webex;

/// <summary>
/// Who the bot is, asked of Webex once. Webex may be down when the host starts: the question is repeated until it is answered,
/// and whatever needs the answer waits for it.
/// </summary>
internal sealed partial class BotIdentity(WebexClient webex, BotCaller caller, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<BotIdentity> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private Task<Person>? _asking;

    /// <summary>The bot's own person, waiting for it as long as it takes.</summary>
    public Task<Person> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            _asking ??= AskAsync(lifetime.ApplicationStopping);
        return _asking.WaitAsync(cancellationToken);
    }

    /// <summary>The bot's own person, where Webex has told it already.</summary>
    public Person? Known
    {
        get
        {
            lock (_gate)
                return _asking is { IsCompletedSuccessfully: true } told ? told.Result : null;
        }
    }

    private async Task<Person> AskAsync(CancellationToken stopping)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var self = await webex.People.GetMeAsync(stopping).ConfigureAwait(false);
                caller.Type = self.Type;
                return self;
            }
            catch (WebexException e)
            {
                if (e.Status == HttpStatusCode.Unauthorized)
                    Log.Refused(logger, e.TrackingId, pause);
                else
                    Log.Unknown(logger, Why(e), e.TrackingId, pause);
                await Task.Delay(pause, time, stopping).ConfigureAwait(false);
            }
        }
    }

    /// <summary>In words that hold nothing of what was sent or answered.</summary>
    private static string Why(WebexException e) =>
        e.Status is { } status ? $"{(int)status}" : (e.InnerException as HttpRequestException)?.HttpRequestError.ToString() ?? e.InnerException?.GetType().Name ?? "no answer";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Webex does not accept this bot's token (401, tracking id {TrackingId}); asking again in {Pause}. Check Webex:AccessToken, or make a new one at developer.webex.com")]
        public static partial void Refused(ILogger logger, string trackingId, TimeSpan pause);

        [LoggerMessage(LogLevel.Warning, "Webex does not say who this bot is ({Reason}, tracking id {TrackingId}); asking again in {Pause}. Check Webex:BaseUrl, and the way there")]
        public static partial void Unknown(ILogger logger, string reason, string trackingId, TimeSpan pause);
    }
}
