using BotHost.Webex;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BotHost.Webhooks;

/// <summary>
/// Keeps Webex's webhooks as the routes need them. Ours are those of our name that we created: found again after a restart,
/// repaired in place when the address or the secret changed, never doubled. Everybody else's are left alone.
/// </summary>
internal sealed partial class WebhookRegistrar(
    WebexClient webex,
    BotIdentity identity,
    WantedWebhooks wanted,
    WebhookSecrets secrets,
    IOptions<BotHostOptions> options,
    IServer server,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<WebhookRegistrar> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _registered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when Webex knows where to deliver.</summary>
    public Task WhenRegistered => _registered.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Webex may deliver at once: the door must be open first.
        await StartedAsync(stoppingToken).ConfigureAwait(false);
        var told = await RegisterInTheEndAsync(stoppingToken).ConfigureAwait(false);
        _registered.SetResult();

        // A new secret is put in front while the host runs: Webex must sign with it before the old one is taken away.
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await minute.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            if (secrets.Current != told)
                told = await RegisterInTheEndAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>Registers, however long Webex is out of reach, and returns the secret Webex was told.</summary>
    private async Task<string> RegisterInTheEndAsync(CancellationToken stoppingToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var secret = secrets.Current;
                await RegisterAsync(secret, stoppingToken).ConfigureAwait(false);
                return secret;
            }
            catch (WebexException e)
            {
                Log.NotRegistered(logger, e, pause);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RegisterAsync(string secret, CancellationToken cancellationToken)
    {
        var self = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
        var target = Target();
        var ours = new List<Webhook>();
        await foreach (var webhook in webex.Webhooks.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (webhook.CreatedBy == self.Id && webhook.Name?.StartsWith(options.Value.Name + " ", StringComparison.Ordinal) == true)
                ours.Add(webhook);
        }

        foreach (var (resource, name) in wanted.Events)
        {
            var title = $"{options.Value.Name} {resource}/{name}";
            var found = ours.FirstOrDefault(w => w.Name == title && w.Resource == resource && w.Event == name && string.IsNullOrEmpty(w.Filter));
            if (found is null)
            {
                await webex.Webhooks.CreateAsync(new NewWebhook
                {
                    Name = title,
                    TargetUrl = target,
                    Resource = resource,
                    Event = name,
                    Secret = secret,
                }, cancellationToken).ConfigureAwait(false);
                Log.Created(logger, title);
                continue;
            }

            ours.Remove(found);
            if (found.TargetUrl == target && found.Secret == secret && found.Status == "active")
                continue;
            await webex.Webhooks.UpdateAsync(found.Id, new WebhookUpdate
            {
                Name = title,
                TargetUrl = target,
                Secret = secret,
                Status = "active",
            }, cancellationToken).ConfigureAwait(false);
            Log.Repaired(logger, title);
        }

        // Of our name and making, and no longer wanted: a doubled one, or one whose last route is gone.
        foreach (var orphan in ours)
        {
            await webex.Webhooks.DeleteAsync(orphan.Id, cancellationToken).ConfigureAwait(false);
            Log.Removed(logger, orphan.Name!);
        }

        Log.Registered(logger, wanted.Events.Count, target);
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(false);
    }

    private string Target()
    {
        var address = new UriBuilder(options.Value.PublicUrl!);
        if (address.Port == 0)
            address.Port = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return address.Uri.AbsoluteUri.TrimEnd('/') + WebhookEndpoint.Path;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Created webhook {Name}")]
        public static partial void Created(ILogger logger, string name);

        [LoggerMessage(LogLevel.Information, "Repaired webhook {Name}: its address, secret or state had changed")]
        public static partial void Repaired(ILogger logger, string name);

        [LoggerMessage(LogLevel.Information, "Removed webhook {Name}, which no route needs")]
        public static partial void Removed(ILogger logger, string name);

        [LoggerMessage(LogLevel.Information, "Ready: {Count} webhooks deliver to {Target}")]
        public static partial void Registered(ILogger logger, int count, string target);

        [LoggerMessage(LogLevel.Warning, "Webex did not accept the webhooks; trying again in {Pause}. Check Webex:AccessToken and Webex:BaseUrl")]
        public static partial void NotRegistered(ILogger logger, Exception error, TimeSpan pause);
    }
}
