using System.Collections.Frozen;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Tokens;

/// <summary><c>POST /simulator/tokens</c>: another token for an account, narrower or shorter-lived than its own.</summary>
internal static class TokenControls
{
    private const double MaxSeconds = 10_000_000_000;

    public static void MapTokenControls(this IEndpointRouteBuilder routes)
    {
        var (world, tokens) = (routes.ServiceProvider.GetRequiredService<World>(), routes.ServiceProvider.GetRequiredService<TokenRegister>());
        routes.MapControl(HttpMethods.Post, "/simulator/tokens", (_, body) =>
        {
            var person = PersonOf(body, world);
            var kind = person.IsBot ? TokenKind.Bot : TokenKind.Personal;
            // service_app or serviceApp; a number would be taken for a kind as well.
            if (body.Filled("kind") is { } name
                && (!Enum.TryParse(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out kind) || !Enum.IsDefined(kind)))
                throw Refusal.BadRequest(Texts.Invalid("kind"));
            if (person.IsBot != kind is TokenKind.Bot) throw Refusal.BadRequest(Texts.Invalid("kind"));
            // An application's token says which; the others have none of their own.
            var clientId = body.Filled("clientId");
            if (clientId is not null && kind is not (TokenKind.Integration or TokenKind.ServiceApp)) throw Refusal.BadRequest(Texts.Invalid("clientId"));
            var seconds = body.Number("expiresIn");
            if (seconds is < 0 or > MaxSeconds) throw Refusal.BadRequest(Texts.Invalid("expiresIn"));
            var scopes = body.Has("scopes") ? body.Texts("scopes").ToFrozenSet() : null;
            return Answers.Ok(TokenBody.Of(tokens.Mint(person, kind, scopes, seconds is { } life ? TimeSpan.FromSeconds(life) : null, clientId)));
        });
    }

    private static Person PersonOf(Fields body, World world)
    {
        var email = body.Filled("email") ?? throw Refusal.BadRequest(Texts.Invalid("email"));
        lock (world.Gate) return world.People.WithEmail(email) ?? throw Refusal.NotFound(Texts.PersonNotFound);
    }
}

internal sealed record TokenBody(string Token, string Email, string PersonId, string OrgId, string Kind, IReadOnlyList<string> Scopes, DateTimeOffset Expires, string AppId)
{
    public static TokenBody Of(AccessToken token) => new(
        token.Value, token.Person.Email, token.Person.Id, token.Person.OrganisationId, token.Kind.ToString(),
        [.. token.Scopes.Order(StringComparer.Ordinal)], token.Expires, token.AppId);
}
