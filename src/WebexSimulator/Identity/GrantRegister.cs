using System.Collections.Frozen;
using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Identity;

/// <summary>Everything that applications were allowed and that is not over. Used inside the world's lock.</summary>
internal sealed class GrantRegister(World world, TokenRegister tokens, SimulatorSwitches switches)
{
    /// <summary>Ninety days less one second, as they are counted from the answer.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(7_775_999);

    private readonly Dictionary<string, RefreshToken> _byValue = new(StringComparer.Ordinal);

    public IReadOnlyCollection<RefreshToken> All => _byValue.Values;

    public void Add(RefreshToken token) => _byValue.Add(token.Value, token);

    public void Clear() => _byValue.Clear();

    public TokenPair Grant(Person person, Application application, IReadOnlyList<string> scopes)
    {
        var kind = application.Kind is ApplicationKind.ServiceApp ? TokenKind.ServiceApp : TokenKind.Integration;
        var now = world.Now();
        var refresh = new RefreshToken
        {
            Key = Guid.NewGuid(),
            Value = OAuthToken.New(person),
            Person = person,
            ClientId = application.ClientId,
            Kind = kind,
            Scopes = GrantedScopes.Of(scopes),
            Created = now,
            Expires = now + Life,
        };
        Add(refresh);
        return new(Access(refresh, now), refresh);
    }

    /// <summary>A new access token. Whether the refresh token stays the same, and lives on, is a matter of switches.</summary>
    public TokenPair Refresh(Application application, string value)
    {
        var now = world.Now();
        if (!_byValue.TryGetValue(value, out var refresh) || refresh.ClientId != application.ClientId || refresh.Expires <= now
            || world.People.WithKey(refresh.Person.Key) is null)
            throw Refusal.BadRequest(OAuthTexts.BadRefreshToken);
        if (switches.RefreshEndsOlderAccessTokens) tokens.RemoveWhere(token => token.RefreshKey == refresh.Key);
        _byValue.Remove(value);
        refresh = refresh with
        {
            Value = switches.RefreshTokensRotate ? OAuthToken.New(refresh.Person) : refresh.Value,
            Expires = switches.RefreshTokensAreRenewed ? now + Life : refresh.Expires,
        };
        Add(refresh);
        return new(Access(refresh, now), refresh);
    }

    /// <summary>Ends a grant, with all the access tokens that came of it.</summary>
    public void Revoke(RefreshToken refresh)
    {
        _byValue.Remove(refresh.Value);
        tokens.RemoveWhere(token => token.RefreshKey == refresh.Key);
    }

    public int RevokeWhere(Func<RefreshToken, bool> condition)
    {
        var all = All.Where(condition).ToList();
        all.ForEach(Revoke);
        return all.Count;
    }

    private AccessToken Access(RefreshToken refresh, DateTimeOffset now)
    {
        var person = world.People.WithKey(refresh.Person.Key)!;
        var token = AccessToken.Of(
            OAuthToken.New(person), person, refresh.Kind, refresh.Scopes.ToFrozenSet(), now + TokenRegister.LifeOf(refresh.Kind), App.Of(refresh.ClientId))
            with { Key = Guid.NewGuid(), RefreshKey = refresh.Key, ClientId = refresh.ClientId, Created = now };
        tokens.Add(token);
        return token;
    }
}
