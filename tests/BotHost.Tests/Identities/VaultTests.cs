using BotHost.Identities;
using BotHost.Storage;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Identities;

/// <summary>What is locked stays readable, whatever strangers send to be unlocked.</summary>
public sealed class VaultTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task What_cannot_be_unlocked_disturbs_nobody_who_unlocks_at_the_same_time()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        using var database = new Database(store.Engine(), TimeProvider.System);
        using var vault = new TokenVault(new KeyRing(database, TimeProvider.System), TimeProvider.System);
        var locked = vault.Lock("token");
        var forged = locked.ToArray();
        forged[^1] ^= 1;

        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancelled }, (i, _) =>
        {
            if (i % 2 == 0)
                vault.Unlock(forged).ShouldBeNull();
            else
                vault.Unlock(locked).ShouldBe("token");
            return ValueTask.CompletedTask;
        });
    }

    [Fact(Timeout = 60_000)]
    public async Task A_key_that_another_host_made_is_found_and_nothing_is_read_again_where_there_is_none()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        using var database = new Database(store.Engine(), TimeProvider.System);
        var ring = new KeyRing(database, TimeProvider.System);
        using var first = new TokenVault(ring, TimeProvider.System);
        using var second = new TokenVault(ring, TimeProvider.System);

        // The second has looked at the ring before there is a key in it.
        second.Unlock([1, 2, 3]).ShouldBeNull();
        second.Unlock(first.Lock("token")).ShouldBe("token");
        first.Unlock(second.Lock("other")).ShouldBe("other");
        first.Unlock(first.Lock("page", "Page")).ShouldBeNull("it was locked for something else");
    }
}
