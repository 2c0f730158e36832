using BotHost.Storage;

namespace BotHost.Tests.Storage;

/// <summary>A test of what is promised on either engine. Its two sealed classes name one each.</summary>
public abstract class StoreTest(string provider) : IAsyncLifetime
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal TestStore Store { get; private set; } = null!;

    internal IStoreEngine Engine { get; private set; } = null!;

    internal Database Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await TestStore.NewAsync(provider, Cancelled);
        Engine = Store.Engine();
        Database = new Database(Engine, TimeProvider.System);
    }

    public ValueTask DisposeAsync()
    {
        Database?.Dispose();
        Store?.Dispose();
        return ValueTask.CompletedTask;
    }
}
