using BotHost.Webex;

namespace BotHost.Identities;

/// <summary>
/// The token this host was given, looked at once it is known whose it is. A bot's lasts; a personal access token is a developer's, is over after twelve
/// hours, and is said so before.
/// </summary>
internal sealed partial class OwnToken(WebexClient webex, BotIdentity identity, TimeProvider time, IHostEnvironment environment, ILogger<OwnToken> logger) : BackgroundService
{
    /// <summary>Its file may hold another one by then.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private long _until;

    public bool IsPersonal { get; private set => Volatile.Write(ref field, value); }

    /// <summary>When a personal access token is over, where Webex said so.</summary>
    public DateTimeOffset? Until => Interlocked.Read(ref _until) is > 0 and var until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var self = await identity.GetAsync(stoppingToken).ConfigureAwait(false);
        if (self.Type != PersonType.Person)
            return;
        IsPersonal = true;
        Log.Personal(logger, environment.IsProduction() ? LogLevel.Warning : LogLevel.Information);
        using var timer = new PeriodicTimer(Again, time);
        do
            await LookAsync(stoppingToken).ConfigureAwait(false);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var until = (await webex.Bulk.Authorizations.GetTokenExpiryAsync(cancellationToken).ConfigureAwait(false)).Exp;
            if (Interlocked.Exchange(ref _until, until) != until)
                Log.Over(logger, environment.IsProduction() ? LogLevel.Warning : LogLevel.Information, DateTimeOffset.FromUnixTimeMilliseconds(until));
        }
        catch (WebexException e)
        {
            Log.NotTold(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage("This host calls Webex with a person's own token, as that person: it hears and does what they may. Such a token is over after twelve hours. "
            + "Give the host a bot's: https://developer.webex.com/my-apps/new/bot")]
        public static partial void Personal(ILogger logger, LogLevel level);

        [LoggerMessage("The personal access token of this host is over at {Until:u}; put another into Webex:AccessToken or its file before that")]
        public static partial void Over(ILogger logger, LogLevel level, DateTimeOffset until);

        [LoggerMessage(LogLevel.Information, "Webex does not say until when this host's token is good; it is asked again")]
        public static partial void NotTold(ILogger logger, Exception error);
    }
}
