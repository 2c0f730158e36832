using System.Globalization;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Control;

/// <summary>What is not Webex: the simulator's own controls. Without a token, as it listens on loopback unless told otherwise.</summary>
internal static class ControlApi
{
    private const double MaxTimeout = 600;

    public static void MapControls(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (world, ledger) = (services.GetRequiredService<World>(), services.GetRequiredService<Ledger>());
        var (quiet, time) = (services.GetRequiredService<Quiet>(), services.GetRequiredService<TimeProvider>());
        routes.MapGet("/", http => http.Response.WriteAsync(About(http.Request), http.RequestAborted));
        routes.MapGet("/simulator/accounts", http => Accounts(world).ExecuteAsync(http));
        routes.MapGet("/simulator/ledger", http => Ledger(http.Request, ledger).ExecuteAsync(http));
        routes.MapGet("/simulator/quiet", async http => await (await QuietAsync(http, quiet, time)).ExecuteAsync(http));
    }

    private static IResult Accounts(World world)
    {
        lock (world.Gate) return Answers.Ok(new ListBody<AccountBody>([.. AccountBody.All(world)]));
    }

    private static IResult Ledger(HttpRequest request, Ledger ledger)
    {
        _ = long.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        return Answers.Ok(new ListBody<LedgerEntry>(ledger.Read(after, request.Query["kind"] is [{ Length: > 0 } kind] ? kind : null)));
    }

    /// <summary>200 as soon as no delivery is queued or under way; 504 when that does not happen in time.</summary>
    private static async Task<IResult> QuietAsync(HttpContext http, Quiet quiet, TimeProvider time)
    {
        var seconds = double.TryParse(http.Request.Query["timeout"], NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted) ? wanted : 10;
        try
        {
            await quiet.ReachedAsync().WaitAsync(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, MaxTimeout)), time, http.RequestAborted);
            return Results.Ok();
        }
        catch (TimeoutException)
        {
            return Results.StatusCode(StatusCodes.Status504GatewayTimeout);
        }
    }

    private static string About(HttpRequest request) =>
        $"""
        A small Webex that runs here. Its API is at {request.Scheme}://{request.Host}/v1/, as at https://webexapis.com/v1/.

          /simulator/accounts            who there is, with tokens
          /simulator/ledger?after=0      every call and delivery, in order; kind=call or kind=delivery
          /simulator/quiet?timeout=10    answers when no webhook is left to deliver

        curl -H "Authorization: Bearer <token>" {request.Scheme}://{request.Host}/v1/people/me

        """;
}

/// <summary>An account, with the token that is it.</summary>
internal sealed record AccountBody(string Name, string Email, string DisplayName, string PersonId, string OrgId, string Token, string Kind)
{
    public static IEnumerable<AccountBody> All(World world) => world.People.All.Where(person => person.Token is not null).Select(person => new AccountBody(
        person.Email.Split('@')[0], person.Email, person.DisplayName, person.Id, person.OrganisationId, person.Token!, person.IsBot ? "bot" : "person"));
}
