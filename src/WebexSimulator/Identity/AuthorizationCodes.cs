using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary>Codes that were given out, and what each is good for, once. They are not kept over a restart. Used inside the world's lock.</summary>
internal sealed class AuthorizationCodes(World world, GrantRegister grants, SimulatorSwitches switches)
{
    private readonly Dictionary<string, Issued> _codes = new(StringComparer.Ordinal);

    public string Issue(AuthorizationRequest request, Person person)
    {
        var value = OAuthToken.New(person);
        _codes.Add(value, new(request, person, world.Now().AddSeconds(switches.AuthorizationCodeSeconds)));
        return value;
    }

    /// <summary>Tokens for a code. Whatever is wrong with the attempt, a known code is good for no other.</summary>
    public TokenPair Redeem(Application application, string? value, string? redirectUri, string? verifier)
    {
        if (value is null || !_codes.TryGetValue(value, out var issued) || issued.Request.Application.ClientId != application.ClientId)
            throw Refusal.BadRequest(OAuthTexts.BadCode);
        var isFirst = !issued.IsUsed;
        issued.IsUsed = true;
        if (!isFirst)
        {
            if (switches.ReusedCodesRevokeTokens && issued.Pair is { } pair) grants.RevokeWhere(grant => grant.Key == pair.Refresh.Key);
            throw Refusal.BadRequest(OAuthTexts.BadCode);
        }
        if (issued.Expires <= world.Now() || world.People.WithKey(issued.Person.Key) is not { } person) throw Refusal.BadRequest(OAuthTexts.BadCode);
        if (redirectUri != issued.Request.RedirectUri) throw Refusal.BadRequest(OAuthTexts.OtherRedirectUri);
        if (!Pkce.IsProven(issued.Request.Challenge, verifier)) throw Refusal.BadRequest(OAuthTexts.BadVerifier);
        return issued.Pair = grants.Grant(person, application, issued.Request.Scopes);
    }

    public void Clear() => _codes.Clear();

    private sealed class Issued(AuthorizationRequest request, Person person, DateTimeOffset expires)
    {
        public AuthorizationRequest Request => request;

        public Person Person => person;

        public DateTimeOffset Expires => expires;

        public bool IsUsed { get; set; }

        public TokenPair? Pair { get; set; }
    }
}
