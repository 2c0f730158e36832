using System.Globalization;
using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Identity;

/// <summary><c>/guests</c>: the guests of a service app; and the older way, by a token that the application signs itself.</summary>
internal static class GuestsApi
{
    /// <summary>Six hours less one second.</summary>
    private static readonly TimeSpan LifeOfLogin = TimeSpan.FromSeconds(21_599);

    public static void MapGuests(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var (world, guests, applications) = (services.GetRequiredService<World>(), services.GetRequiredService<Guests>(), services.GetRequiredService<ApplicationRegister>());
        api.Post("/guests/token", (call, body) =>
        {
            var subject = body.Filled("subject") ?? throw Refusal.BadRequest(Texts.Invalid("subject"));
            var displayName = body.Filled("displayName") ?? throw Refusal.BadRequest(Texts.Invalid("displayName"));
            lock (world.Gate)
            {
                var (guest, token) = guests.Admit(Issuer(call.Token), subject, displayName);
                return Answers.Ok(new GuestBody(guest.Id, subject, guest.DisplayName, guest.Email, token.Value, SecondsOf(token)));
            }
        });
        api.Get("/guests/count", call =>
        {
            lock (world.Gate) return Results.Text(guests.CountOf(Issuer(call.Token)).ToString(CultureInfo.InvariantCulture), "text/plain");
        });
        // Without a body: who calls is in the token.
        api.OpenPostBare("/jwt/login", http =>
        {
            lock (world.Gate)
            {
                var claims = GuestJwt.Read(Authentication.BearerToken(http.Request), applications, world.Now())
                    ?? throw new Refusal(StatusCodes.Status401Unauthorized, Texts.NoToken);
                var (_, token) = guests.Admit(claims.ClientId, claims.Subject, claims.Name, LifeOfLogin);
                return Answers.Ok(new GuestLoginBody(token.Value, SecondsOf(token)));
            }
        });
    }

    private static string Issuer(AccessToken token) =>
        token is { Kind: TokenKind.ServiceApp, ClientId: { } clientId } ? clientId : throw Refusal.Forbidden(OAuthTexts.ServiceAppsOnly);

    private static long SecondsOf(AccessToken token) => (long)(token.Expires - token.Created).TotalSeconds;
}

internal sealed record GuestBody(string Id, string Subject, string DisplayName, string Email, string AccessToken, long ExpiresIn);

internal sealed record GuestLoginBody(string Token, long ExpiresIn);
