using WebexSimulator.Faults;
using WebexSimulator.Model;

namespace WebexSimulator.Webhooks;

/// <summary>Takes from the queue what is due and has it sent, in order for each webhook, unless a fault wants it otherwise.</summary>
internal sealed class WebhookCourier(WebhookQueue queue, WebhookSender sender, FaultRules faults, WebhookOptions options, TimeProvider time)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Concurrency).Select(_ => DeliverAsync(stoppingToken)));

    private async Task DeliverAsync(CancellationToken stopping)
    {
        await foreach (var state in queue.DueAsync(stopping))
        {
            if (queue.Next(state) is not { } next)
            {
                queue.Continue(state);
                continue;
            }
            var fault = faults.For(next.Webhook, next.Happened);
            if (fault?.Rule.Delivery is FaultDelivery.Reordered)
            {
                // Not awaited: what comes behind it overtakes it.
                _ = DeliverLateAsync(state, next.Webhook, next.Happened, fault, stopping);
                queue.Continue(state);
                continue;
            }
            if (fault?.Rule.Delivery is FaultDelivery.Late) await Task.Delay(fault.Rule.Delay, time, stopping);
            if (fault?.Rule.Delivery is FaultDelivery.Duplicated) await sender.SendAsync(next.Webhook, next.Happened, fault, stopping);
            queue.Finish(state, await sender.SendAsync(next.Webhook, next.Happened, fault, stopping));
            queue.Continue(state);
        }
    }

    private async Task DeliverLateAsync(WebhookState state, Webhook webhook, WorldEvent happened, Fault fault, CancellationToken stopping)
    {
        await Task.Delay(fault.Rule.Delay, time, stopping);
        queue.Finish(state, await sender.SendAsync(webhook, happened, fault, stopping));
    }
}
