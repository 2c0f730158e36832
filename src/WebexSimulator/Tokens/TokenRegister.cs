using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using WebexSimulator.Model;

namespace WebexSimulator.Tokens;

/// <summary>
/// All tokens: the one every account has from the start, and those minted by a control. An account's own lives a hundred years, as a
/// bot's does with Webex; a person's would there be dead after 12 hours, which on a developer's machine serves nobody: mint one to see it.
/// </summary>
internal sealed class TokenRegister(World world, TimeProvider time)
{
    private const int DaysOfABot = 36_500;

    private readonly ConcurrentDictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);

    /// <summary>Beside those of the accounts.</summary>
    public IEnumerable<AccessToken> Minted => _tokens.Values;

    public void Add(AccessToken token) => _tokens[token.Value] = token;

    public void Clear() => _tokens.Clear();

    /// <returns>How many there were.</returns>
    public int RemoveWhere(Func<AccessToken, bool> condition) => _tokens.Values.Where(condition).Count(token => _tokens.TryRemove(token.Value, out _));

    /// <summary>A token that exists and has not expired.</summary>
    public AccessToken? Find(string value)
    {
        var token = _tokens.TryGetValue(value, out var minted) ? AsOfNow(minted) : OfAccount(value);
        return token is not null && time.GetUtcNow() < token.Expires ? token : null;
    }

    public AccessToken Mint(Person person, TokenKind kind, FrozenSet<string>? scopes, TimeSpan? life, string? clientId)
    {
        var value = $"sim_{person.Email.Split('@')[0]}-{RandomNumberGenerator.GetHexString(12, lowercase: true)}_{Accounts.OrganisationUuid(person)}";
        var token = AccessToken.Of(value, person, kind, scopes ?? Scopes.Usual(kind, person), world.Now() + (life ?? LifeOf(kind)), App.Of(clientId))
            with { ClientId = clientId, Created = world.Now() };
        Add(token);
        return token;
    }

    // Somebody who is gone has no token any more.
    private AccessToken? AsOfNow(AccessToken minted) => world.FindByKey(minted.Person.Key) is { } person ? minted.As(person) : null;

    // Not kept: who the account is may change under the same token.
    private AccessToken? OfAccount(string value)
    {
        if (world.FindByToken(value) is not { } person) return null;
        var kind = person.IsBot ? TokenKind.Bot : TokenKind.Personal;
        return AccessToken.Of(value, person, kind, Scopes.Usual(kind, person), person.Created.AddDays(DaysOfABot), App.Shared);
    }

    /// <summary>A guest's is documented as 64,799 seconds, an application's as two weeks less one.</summary>
    public static TimeSpan LifeOf(TokenKind kind) => kind switch
    {
        TokenKind.Personal => TimeSpan.FromHours(12),
        TokenKind.Bot => TimeSpan.FromDays(DaysOfABot),
        TokenKind.Guest => TimeSpan.FromSeconds(64_799),
        _ => TimeSpan.FromSeconds(1_209_599),
    };
}
