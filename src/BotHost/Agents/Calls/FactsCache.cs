using System.Collections.Concurrent;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>
/// What identities know of spaces, messages and people, for a minute, so that a decision seldom costs a call of its own. Ids, titles and addresses in memory; no texts.
/// </summary>
internal sealed class FactsCache(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(WebexIdentity, string), (object? Fact, DateTimeOffset Until)> _facts = [];

    /// <summary>The fact, asked for where it is not known. What Webex does not show is a fact as well: null.</summary>
    public async ValueTask<T?> GetAsync<T>(WebexIdentity identity, string key, Func<CancellationToken, Task<T?>> ask, CancellationToken cancellationToken) where T : class
    {
        var now = time.GetUtcNow();
        if (_facts.TryGetValue((identity, key), out var known) && known.Until > now)
            return (T?)known.Fact;
        T? fact;
        try
        {
            fact = await ask(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ScopeMissingException || (e is WebexException { Status: { } status } && (int)status is 400 or 403 or 404))
        {
            fact = null;
        }

        Set(identity, key, fact);
        return fact;
    }

    public void Set(WebexIdentity identity, string key, object? fact)
    {
        if (_facts.Count >= Most)
            _facts.Clear();
        _facts[(identity, key)] = (fact, time.GetUtcNow() + Life);
    }

    public void Forget(WebexIdentity identity, string key) => _facts.TryRemove((identity, key), out _);
}
