using BotHost.Access;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Agents.Gate;

/// <summary>A test of what decides about agents, without a host. What is promised on either engine has two sealed classes, which name one each.</summary>
public abstract class GateTest(string provider = TestStore.Sqlite) : IAsyncLifetime
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal TestStore Store { get; private set; } = null!;

    internal GateBench Bench { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Store = await TestStore.NewAsync(provider, Cancelled);
        Bench = new GateBench(Store);
    }

    public ValueTask DisposeAsync()
    {
        Bench?.Dispose();
        Store?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>As a host that ends and is started again: what it knew by heart is gone.</summary>
    protected void Restart()
    {
        var clock = Bench.Clock;
        Bench.Dispose();
        Bench = new GateBench(Store, clock);
    }
}

/// <summary>A test of what is granted to one agent, which has nothing yet.</summary>
public abstract class AgentTest : GateTest
{
    internal AgentProfile Agent { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Agent = await Bench.AddAsync();
    }
}
