using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Outbox;

/// <summary>
/// Sends what is in the outbox: rooms side by side, in each one thing at a time and in order. Told to stop, it takes no more; the
/// rest stays in the outbox.
/// </summary>
internal sealed partial class OutboxSender : BackgroundService
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    private readonly EffectOutbox _outbox;
    private readonly ILanes _lanes;
    private readonly EffectCalls _calls;
    private readonly Receipts _receipts;
    private readonly BotIdentity _identity;
    private readonly IdentityGuard _guard;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly int _concurrency;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxSender> _logger;
    private readonly LaneWorkers _workers;

    public OutboxSender(
        EffectOutbox outbox, [FromKeyedServices(LaneSet.Outbox)] ILanes lanes, EffectCalls calls, Receipts receipts, BotIdentity identity, IdentityGuard guard,
        IHostApplicationLifetime lifetime, IOptions<OutboxOptions> options, TimeProvider time, ILogger<OutboxSender> logger)
    {
        (_outbox, _lanes, _calls, _receipts, _identity, _guard, _lifetime) = (outbox, lanes, calls, receipts, identity, guard, lifetime);
        (_concurrency, _time, _logger) = (options.Value.Concurrency, time, logger);
        _workers = new LaneWorkers(lanes, guard.WhenAcceptedAsync, SendAsync);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _outbox.Recover();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        await _workers.StopAsync(base.StopAsync, cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        _workers.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _identity.GetAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await _workers.RunAsync(_concurrency, stoppingToken).ConfigureAwait(false);
    }

    /// <summary>What the last turns said is said before the host ends, unless Webex cannot take it: then it is said by the next one.</summary>
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(Drain, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        try
        {
            await _lanes.WhenQuietAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It stays in the outbox.
        }
    }

    private async Task<NextWork?> SendAsync(Lane lane, CancellationToken giveUp)
    {
        try
        {
            return await SendNextAsync(lane, giveUp).ConfigureAwait(false);
        }
        catch (Exception e) when (giveUp.IsCancellationRequested)
        {
            if (e is not OperationCanceledException)
                Log.LeftOpen(_logger, e.Message);
            return Now();
        }
        catch (Exception e)
        {
            // The store's own trouble: what was begun stays open, and is looked into.
            Log.StoreFailed(_logger, e);
            return After(Backoff.Of(5));
        }
    }

    /// <returns>When the target goes on; null where nothing is left.</returns>
    private async Task<NextWork?> SendNextAsync(Lane lane, CancellationToken cancellationToken)
    {
        if (await _outbox.StartAsync(lane, cancellationToken).ConfigureAwait(false) is not { } effect)
            return null;
        using var scope = _logger.BeginScope(new Dictionary<string, object> { ["Event"] = effect.Event, ["Effect"] = effect.Sequence });
        if (effect.SettlesAt is { } settles && settles > _time.GetUtcNow().ToUnixTimeMilliseconds())
            return new NextWork(settles, IsHeld: true);
        if (effect.SettlesAt is not null)
            return await LookIntoAsync(effect, cancellationToken).ConfigureAwait(false);

        var result = await _calls.TryAsync(effect, () => _lanes.IsOurs(lane), cancellationToken).ConfigureAwait(false);
        switch (result.Kind)
        {
            case CallResultKind.Done:
                return await _outbox.SentAsync(effect, result.Message, result.Receipt).ConfigureAwait(false) ? Now() : null;
            case CallResultKind.Refused:
                Log.Refused(_logger, result.Reason);
                return await _outbox.GiveUpAsync(effect, EffectState.Rejected, result.Reason, result.Answer).ConfigureAwait(false) ? Now() : null;
            case CallResultKind.Changed:
                await _outbox.AgainAsync(effect, result.Reason, body: result.Body, kind: result.As).ConfigureAwait(false);
                return Now();
            case CallResultKind.NotMade:
                await _outbox.AgainAsync(effect, result.Reason).ConfigureAwait(false);
                if (result.Answer == 401)
                    _guard.Refuse();
                return After(result.After ?? Backoff.Of(effect.Try));
            default:
                Log.Open(_logger, result.Reason);
                return new NextWork(await _outbox.LeaveOpenAsync(effect, result.Reason).ConfigureAwait(false), IsHeld: true);
        }
    }

    /// <summary>A try was begun and nobody said what became of it: Webex is asked.</summary>
    private async Task<NextWork?> LookIntoAsync(Effect effect, CancellationToken cancellationToken)
    {
        Receipt receipt;
        try
        {
            receipt = await _receipts.FindAsync(effect, cancellationToken).ConfigureAwait(false);
        }
        catch (WebexException e)
        {
            if (e.Status == System.Net.HttpStatusCode.Unauthorized)
                _guard.Refuse();
            return After(e.RetryAfter ?? Backoff.Of(effect.Try));
        }

        switch (receipt)
        {
            case { Message: { } message }:
                Log.Found(_logger);
                await _outbox.SentAsync(effect, message, receipt.Own).ConfigureAwait(false);
                break;
            case { IsAbsent: true }:
                Log.Absent(_logger);
                await _outbox.AgainAsync(effect, "The last try came to nothing.").ConfigureAwait(false);
                break;
            case { } when _lifetime.ApplicationStopping.IsCancellationRequested:
                // The door is closed, so no echo can have come: whoever works next has the time to hear it.
                return After(Drain);
            case { } when effect.Priority == WebexPriority.Interactive:
                Log.Guessed(_logger);
                await _outbox.AgainAsync(effect, "No evidence whether the last try was carried out; repeated.", isGuess: true).ConfigureAwait(false);
                break;
            default:
                Log.Unknown(_logger);
                await _outbox.GiveUpAsync(effect, EffectState.Unknown, "No evidence whether it was carried out.", null).ConfigureAwait(false);
                break;
        }

        return Now();
    }

    private static NextWork Now() => new(DueAt: 0);

    private NextWork After(TimeSpan pause) => new((_time.GetUtcNow() + pause).ToUnixTimeMilliseconds(), IsHeld: true);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Webex refused a reply: {Reason}. It is kept: bothost outbox list")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Information, "Whether a reply arrived is not known ({Reason}); it is looked into once the call has settled")]
        public static partial void Open(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Information, "The reply had arrived")]
        public static partial void Found(ILogger logger);

        [LoggerMessage(LogLevel.Information, "The reply had not arrived; it is sent again")]
        public static partial void Absent(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "Webex leaves no trace of whether the reply arrived; it is sent again, so it may be there twice")]
        public static partial void Guessed(ILogger logger);

        [LoggerMessage(LogLevel.Error, "Webex leaves no trace of whether a message arrived, and nobody waits for it: decide with bothost outbox retry or discard")]
        public static partial void Unknown(ILogger logger);

        [LoggerMessage(LogLevel.Information, "A post was given up as the host stopped, and that could not be written down ({Reason}); whoever works next looks into it")]
        public static partial void LeftOpen(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "The outbox could not be read or written; it goes on when the store does. Check its disk")]
        public static partial void StoreFailed(ILogger logger, Exception error);
    }
}
