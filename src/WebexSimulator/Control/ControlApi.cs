using WebexSimulator.Faults;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Control;

/// <summary>What is not Webex: the simulator's own controls. Without a token, as it listens on loopback unless told otherwise.</summary>
internal static class ControlApi
{
    public static void MapControls(this IEndpointRouteBuilder routes)
    {
        var (world, quiet) = (routes.ServiceProvider.GetRequiredService<World>(), routes.ServiceProvider.GetRequiredService<Quiet>());
        routes.MapGet("/", http => http.Response.WriteAsync(About(http.Request), http.RequestAborted));
        routes.MapGet("/simulator/accounts", http => Accounts(world).ExecuteAsync(http));
        routes.MapGet("/simulator/quiet", async http => await (await QuietAsync(http, quiet)).ExecuteAsync(http));
        routes.MapLedger();
        routes.MapClock();
        routes.MapFaults();
        routes.MapReset();
    }

    private static IResult Accounts(World world)
    {
        lock (world.Gate) return Answers.Ok(new ListBody<AccountBody>([.. AccountBody.All(world)]));
    }

    /// <summary>200 as soon as no delivery is queued or under way; 504 when that does not happen in time.</summary>
    private static async Task<IResult> QuietAsync(HttpContext http, Quiet quiet) =>
        await Patience.OfAsync(http, cancellationToken => quiet.ReachedAsync().WaitAsync(cancellationToken))
            ? Results.Ok()
            : Results.StatusCode(StatusCodes.Status504GatewayTimeout);

    private static string About(HttpRequest request) =>
        $$"""
        A small Webex that runs here. Its API is at {{request.Scheme}}://{{request.Host}}/v1/, as at https://webexapis.com/v1/.

          /simulator/accounts            who there is, with tokens
          /simulator/ledger?after=0      every call and delivery, in order; /totals counts them, /await?count=1 waits for them
          /simulator/quiet?timeout=10    answers when no webhook is left to deliver
          /simulator/clock               the time; POST {"advance":"00:05:00"}, {"run":false}
          /simulator/faults              what goes wrong; POST {"path":"/messages","status":503,"count":1}
          /simulator/tokens              POST {"email":"bob@example.com","scopes":["spark:rooms_read"],"expiresIn":60}: another token
          /simulator/applications        integrations and service apps, with their secrets; POST {"name":"Calendar","scopes":["spark:rooms_read"]}: another
          /simulator/consents            what people allow applications; POST {"email":"bob@example.com","clientId":"C…"}; POST /revoke takes it back
          /simulator/files/{contentId}   PUT {"state":"infected"}: what the malware scanner says of a file
          /simulator/meetings/{id}/start POST {"minutes":30}: the host comes; also /join, /leave, /end, /recordings, /transcripts, /summaries
          /simulator/reset               POST: only the accounts again

        curl -H "Authorization: Bearer <token>" {{request.Scheme}}://{{request.Host}}/v1/people/me

        """;
}

/// <summary>An account, with the token that is it.</summary>
internal sealed record AccountBody(string Name, string Email, string DisplayName, string PersonId, string OrgId, string Token, string Kind)
{
    public static IEnumerable<AccountBody> All(World world) => world.People.All.Where(person => person.Token is not null).Select(person => new AccountBody(
        person.Email.Split('@')[0], person.Email, person.DisplayName, person.Id, person.OrganisationId, person.Token!, person.IsBot ? "bot" : "person"));
}
