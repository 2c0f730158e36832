using BotHost.Identities;
using BotHost.Tests.Simulator;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Identities;

/// <summary>The right to renew a grant is one host's at a time, also where their clocks differ a little.</summary>
public sealed class LeaseTests
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(40);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task A_host_that_looked_at_its_clock_earlier_does_not_take_it(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        using var database = store.Open();
        var (early, late) = (new ManualClock(), new ManualClock());
        late.Advance(TimeSpan.FromMilliseconds(5));
        var (first, second) = (new GrantStore(database, late), new GrantStore(database, early));
        var who = WebexIdentity.Person(new PersonId("P1"));
        await database.WriteAsync(
            session =>
            {
                GrantStore.Put(session, who, new LockedTokens([1], [2], "spark:people_read", 0, null), 0);
                return 0;
            }, cancellationToken: Cancelled);
        var grant = first.Find(who)!;

        (await first.LeaseAsync(grant, Life, Cancelled)).ShouldBeTrue();
        (await second.LeaseAsync(grant, Life, Cancelled)).ShouldBeFalse();

        early.Advance(Life + TimeSpan.FromMilliseconds(5));
        (await second.LeaseAsync(grant, Life, Cancelled)).ShouldBeTrue("its time is over");
        early.Advance(TimeSpan.FromDays(-3));
        (await second.LeaseAsync(grant, Life, Cancelled)).ShouldBeTrue("it was taken before the clock was set back");
    }
}
