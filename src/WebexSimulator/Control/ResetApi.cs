using WebexSimulator.Administration;
using WebexSimulator.Compliance;
using WebexSimulator.Faults;
using WebexSimulator.Http;
using WebexSimulator.Identity;
using WebexSimulator.Meetings;
using WebexSimulator.Model;
using WebexSimulator.Tokens;
using WebexSimulator.Webhooks;

namespace WebexSimulator.Control;

/// <summary><c>POST /simulator/reset</c>: the seed accounts and nothing else; no minted tokens, webhooks or ledger, the faults of the settings, the world's time.</summary>
internal static class ResetApi
{
    public static void MapReset(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        routes.MapPost("/simulator/reset", http =>
        {
            Reset(services);
            return Results.NoContent().ExecuteAsync(http);
        });
    }

    private static void Reset(IServiceProvider services)
    {
        var world = services.GetRequiredService<World>();
        services.GetRequiredService<FaultRules>().Reset();
        (services.GetRequiredService<TimeProvider>() as SimulatorClock)?.Restart();
        lock (world.Gate)
        {
            var queue = services.GetRequiredService<WebhookQueue>();
            var webhooks = services.GetRequiredService<WebhookRegister>();
            foreach (var state in webhooks.All) queue.Forget(state);
            webhooks.Clear();
            world.Clear();
            services.GetRequiredService<MeetingQuota>().Clear();
            services.GetRequiredService<TokenRegister>().Clear();
            services.ResetIdentity();
            services.GetRequiredService<AuditTrail>().Clear();
            services.GetRequiredService<EventLog>().Clear();
            Accounts.Open(world, services.GetRequiredService<SimulatorOptions>());
        }
        services.GetRequiredService<RateLimits>().Clear();
        services.GetRequiredService<Ledger>().Clear();
    }
}
