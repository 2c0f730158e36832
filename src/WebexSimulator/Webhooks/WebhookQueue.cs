using System.Threading.Channels;
using WebexSimulator.Control;
using WebexSimulator.Model;

namespace WebexSimulator.Webhooks;

/// <summary>
/// What waits to be delivered: as it happened for each webhook, and webhooks in turn. A webhook with something to deliver is in the channel,
/// as often as its deliveries may be under way at once; whoever takes it out delivers one event and puts it back.
/// </summary>
internal sealed class WebhookQueue
{
    private readonly Channel<WebhookState> _due = Channel.CreateUnbounded<WebhookState>();
    private readonly World _world;
    private readonly WebhookRegister _register;
    private readonly Quiet _quiet;
    private readonly int _perWebhook;

    public WebhookQueue(World world, WebhookRegister register, Quiet quiet, WebhookOptions options)
    {
        (_world, _register, _quiet, _perWebhook) = (world, register, quiet, options.PerWebhook);
        world.Happened += Add;
    }

    public IAsyncEnumerable<WebhookState> DueAsync(CancellationToken cancellationToken) => _due.Reader.ReadAllAsync(cancellationToken);

    /// <summary>The next delivery of a webhook that is due, with the webhook as it is now; null where it is gone or switched off.</summary>
    public (Webhook Webhook, WorldEvent Happened)? Next(WebhookState state)
    {
        lock (_world.Gate)
            return state.Waiting.TryDequeue(out var happened) ? (state.Webhook, happened) : null;
    }

    /// <summary>A delivery is over.</summary>
    public void Finish(WebhookState state, bool succeeded)
    {
        lock (_world.Gate)
        {
            if (succeeded) state.Health.Succeeded();
            else state.Health.Failed(_world.Now());
            if (!state.Health.IsActive) Forget(state);
            _quiet.Finished();
        }
    }

    /// <summary>The webhook's turn is over; the next comes where something waits.</summary>
    public void Continue(WebhookState state)
    {
        lock (_world.Gate)
        {
            if (state.Waiting.Count > 0) _due.Writer.TryWrite(state);
            else state.UnderWay--;
        }
    }

    /// <summary>Drops what waits. Inside the world's lock.</summary>
    public void Forget(WebhookState state)
    {
        _quiet.Finished(state.Waiting.Count);
        state.Waiting.Clear();
    }

    private void Add(WorldEvent happened)
    {
        foreach (var state in _register.Hearing(happened.Audience))
        {
            if (!state.Health.IsActive || !state.Webhook.Wants(happened)) continue;
            state.Waiting.Enqueue(happened);
            _quiet.Started();
            if (state.UnderWay == _perWebhook) continue;
            state.UnderWay++;
            _due.Writer.TryWrite(state);
        }
    }
}
