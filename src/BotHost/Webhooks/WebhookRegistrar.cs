using System.Net;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Webex;

namespace BotHost.Webhooks;

/// <summary>
/// Watches over our webhooks, once a minute: a missing one is made, one that was changed is repaired in place, one that Webex switched
/// off is switched on again in due time. What may have been missed meanwhile is owed. Every host looks; only the one that leads mends.
/// </summary>
internal sealed partial class WebhookRegistrar(
    OwnWebhooks webhooks, SwitchedOff switchedOff, WebhookSecrets secrets, DoorState door, DoorWatermark watermark, Leader leader, Database database,
    WebexTime webexTime, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<WebhookRegistrar> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A webhook was found wrong: it may have been so since the last look, and Webex may have failed to deliver for the five minutes in
    /// which failures switch it off.
    /// </summary>
    private static readonly TimeSpan Lead = Interval + TimeSpan.FromMinutes(5);

    private readonly TaskCompletionSource _registered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<string> _refused = [];
    private volatile string? _trouble;

    /// <summary>False from when something was found wrong until what was missed up to its mending is owed.</summary>
    private bool _mended = true;

    /// <summary>Completes when Webex delivers.</summary>
    public Task WhenRegistered => _registered.Task;

    /// <summary>Why Webex does not deliver, where that is known; for operators.</summary>
    public string? Trouble => _trouble;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Webex may deliver at once: the door must be open first.
        await StartedAsync(stoppingToken).ConfigureAwait(false);
        // A new secret is put in front while the host runs: Webex must sign with it before the old one is taken away.
        using var minute = new PeriodicTimer(Interval, time);
        for (var pause = TimeSpan.FromSeconds(1); ;)
        {
            try
            {
                await CheckAsync(stoppingToken).ConfigureAwait(false);
                if (door.IsDelivering && _registered.TrySetResult())
                    Log.Registered(logger, webhooks.Count, webhooks.Target());
                if (door.IsDelivering || leader.IsLeader)
                {
                    pause = TimeSpan.FromSeconds(1);
                    await minute.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
                    continue;
                }
            }
            // Whatever it is, a bot that nobody watches over goes silent one day.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRegistered(logger, e, pause);
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var secret = secrets.Current;
        var (wanted, orphans) = await webhooks.ReadAsync(cancellationToken).ConfigureAwait(false);
        var wrong = wanted.Where(webhook => webhook.IsVital && IsWrong(webhook)).ToList();
        if (!leader.IsLeader)
        {
            Say(wrong);
            return;
        }

        if (wrong.Count > 0)
        {
            // First of all, since from now on nobody may remember. While one is off this is also the only way in: what came since the
            // last look is caught up at each.
            _mended = false;
            await watermark.MissedAsync(webexTime.Now, Lead, cancellationToken).ConfigureAwait(false);
        }

        foreach (var webhook in wanted)
        {
            if (await MendAsync(webhook, secret, cancellationToken).ConfigureAwait(false))
                wrong.Remove(webhook);
        }

        foreach (var orphan in orphans)
        {
            await webhooks.DeleteAsync(orphan, cancellationToken).ConfigureAwait(false);
            Log.Removed(logger, orphan.Name!);
        }

        if (wrong.Count == 0 && !_mended)
        {
            await watermark.MissedAsync(webexTime.Now, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            _mended = true;
        }

        Say(wrong);
    }

    private void Say(List<WantedWebhook> wrong)
    {
        _trouble = wrong switch
        {
            [] => null,
            _ when wrong.Any(webhook => webhook.IsOff) =>
                "Webex has switched our webhook off; the host switches it on again in due time. Check that Webex reaches BotHost:PublicUrl",
            _ => "a webhook of ours is missing or changed at Webex; the host that leads mends it",
        };
        door.Checked(wrong.Count == 0);
    }

    /// <summary>Makes a webhook what it should be, and returns whether it is now.</summary>
    private async Task<bool> MendAsync(WantedWebhook webhook, string secret, CancellationToken cancellationToken)
    {
        if (webhook.Found is not { } found)
        {
            await CreateAsync(webhook, secret, cancellationToken).ConfigureAwait(false);
            return true;
        }

        var activate = !webhook.IsOff || await MayActivateAsync(webhook, cancellationToken).ConfigureAwait(false);
        var isRight = found.TargetUrl == webhooks.Target() && found.Secret == secret;
        if (isRight && (!webhook.IsOff || !activate))
            return !webhook.IsOff;
        await webhooks.RepairAsync(webhook, secret, activate, cancellationToken).ConfigureAwait(false);
        Log.Repaired(logger, webhook.Title);
        return activate;
    }

    private async Task CreateAsync(WantedWebhook webhook, string secret, CancellationToken cancellationToken)
    {
        if (_refused.Contains(webhook.Title))
            return;
        try
        {
            await webhooks.CreateAsync(webhook, secret, cancellationToken).ConfigureAwait(false);
            Log.Created(logger, webhook.Title);
        }
        catch (WebexException e) when (!webhook.IsVital && e.Status is (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden))
        {
            // Until the next start: what Webex refuses today for want of a scope it refuses in a minute, too.
            _refused.Add(webhook.Title);
            Log.Refused(logger, e, webhook.Title);
        }
    }

    private async Task<bool> MayActivateAsync(WantedWebhook webhook, CancellationToken cancellationToken)
    {
        var (isNew, left) = await switchedOff.SeenAsync(webhook.Title, cancellationToken).ConfigureAwait(false);
        if (isNew)
            Log.SwitchedOff(logger, webhook.Title, left);
        // A host that could not take what comes would only have it switched off again.
        if (left > TimeSpan.Zero || database.IsFailing || lifetime.ApplicationStopping.IsCancellationRequested)
            return false;
        await switchedOff.ActivatingAsync(webhook.Title, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Whether it does not deliver to us. One that signs with another secret of ours does.</summary>
    private bool IsWrong(WantedWebhook webhook) =>
        webhook.Found is not { } found || webhook.IsOff || found.TargetUrl != webhooks.Target()
        || secrets.Accepted.All(accepted => accepted.Text != found.Secret);

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Created webhook {Name}")]
        public static partial void Created(ILogger logger, string name);

        [LoggerMessage(LogLevel.Error, "Webex refused webhook {Name}, so its route hears nothing. Give the bot's token the scope that Webex's webhooks guide names for it, "
            + "or remove the route, and restart")]
        public static partial void Refused(ILogger logger, Exception error, string name);

        [LoggerMessage(LogLevel.Information, "Repaired webhook {Name}: its address, secret or state had changed")]
        public static partial void Repaired(ILogger logger, string name);

        [LoggerMessage(LogLevel.Information, "Removed webhook {Name}, which no route needs")]
        public static partial void Removed(ILogger logger, string name);

        [LoggerMessage(LogLevel.Information, "Ready: {Count} webhooks deliver to {Target}")]
        public static partial void Registered(ILogger logger, int count, string target);

        [LoggerMessage(LogLevel.Warning, "Webex has switched webhook {Name} off, having failed to deliver; it is switched on again in {Pause}. Until then "
            + "messages are asked for once a minute, and card submits are lost. Check that Webex reaches BotHost:PublicUrl")]
        public static partial void SwitchedOff(ILogger logger, string name, TimeSpan pause);

        [LoggerMessage(LogLevel.Warning, "Webex did not accept the webhooks; trying again in {Pause}. Check Webex:AccessToken and Webex:BaseUrl")]
        public static partial void NotRegistered(ILogger logger, Exception error, TimeSpan pause);
    }
}
