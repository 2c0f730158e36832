using BotHost.Identities;
using BotHost.Storage;
using BotHost.Webex;
using BotHost.Webhooks;

namespace BotHost.Operations;

/// <summary>Liveness: the process answers. Readiness: it has its store, knows who it is, and Webex knows where it listens.</summary>
internal static class Health
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live\n"));
        endpoints.MapGet("/health/ready", (WebhookRegistrar registrar, Database database, FreeSpace space, IdentityGuard guard, IdentityHealth identities, IHostApplicationLifetime lifetime) =>
            lifetime.ApplicationStopping.IsCancellationRequested ? NotReady("stopping")
            : database.IsFailing ? NotReady("the store cannot be written; check its disk or its server")
            : space.IsShort ? NotReady("the store's disk is nearly full; free some of it")
            : guard.IsRefused ? NotReady("Webex refuses the bot's token; put a valid one in Webex:AccessToken or its file")
            : registrar.Trouble is { } trouble ? NotReady(trouble)
            : registrar.WhenRegistered.IsCompleted ? Results.Text($"ready\n{string.Concat(identities.Degraded().Select(what => $"degraded: {what}\n"))}")
            : NotReady("the webhooks are not registered at Webex yet"));
        return endpoints;
    }

    private static IResult NotReady(string why) => Results.Text($"not ready: {why}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
}
