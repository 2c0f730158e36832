using BotHost.Access;
using BotHost.Storage;
using Dapper;

namespace BotHost.Tests.Storage;

/// <summary>Hosts of two versions on one store, as they are while a new version is rolled out.</summary>
public abstract class SchemaTests(string provider) : StoreTest(provider)
{
    private static readonly Migration Expands = new(OldestReader: 1, "ALTER TABLE cards ADD COLUMN colour TEXT");

    private static Migration Contracts => new(OldestReader: Migrations.All.Count + 1, "ALTER TABLE cards DROP COLUMN used_by");

    [Fact]
    public async Task Tables_that_were_only_widened_serve_the_version_before()
    {
        await PressAsync("before");
        Migrate([.. Migrations.All, Expands]);

        // The host that runs, its statements prepared, and one that starts.
        await PressAsync("while it runs");
        Database.Dispose();
        using var started = Store.Open();
        started.Read(c => c.QuerySingle<long>("SELECT version FROM schema_version")).ShouldBe(Migrations.All.Count + 1);
        started.Read(c => c.QuerySingle<string?>("SELECT colour FROM cards WHERE nonce = 'before'")).ShouldBeNull();
    }

    [Fact]
    public void Tables_that_were_narrowed_are_refused_and_left_as_they_are()
    {
        Migrate([.. Migrations.All, Contracts]);
        Database.Dispose();

        var refusal = Should.Throw<StoreException>(Store.Open).Message;

        refusal.ShouldContain("newer BotHost");
        refusal.ShouldContain("Storage:ConnectionString");
        // Refused each time, and not for being in use.
        Should.Throw<StoreException>(Store.Open).Message.ShouldBe(refusal);
    }

    [Fact]
    public void A_step_that_fails_leaves_the_version_before()
    {
        Should.Throw<Exception>(() => Migrate([.. Migrations.All, Expands, new Migration(1, "CREATE NONSENSE")]));

        Database.Read(c => c.QuerySingle<long>("SELECT version FROM schema_version")).ShouldBe(Migrations.All.Count);
        Migrate([.. Migrations.All, Expands]);
    }

    private async Task PressAsync(string nonce)
    {
        var ledger = new CardLedger(Database, TimeProvider.System);
        var card = new PostedCard(["go"], new RoomId("r"), false, null, null, null, true, TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(1));
        await Database.WriteAsync(session =>
        {
            CardLedger.Add(session, [(nonce, card)]);
            return 0;
        }, cancellationToken: Cancelled);
        // Often enough for every engine to prepare it.
        for (var i = 0; i < 10; i++)
            (await ledger.PressAsync(nonce, "go", card.Room, new MessageId("m"), new PersonId("p"), "press", isAgain: false, Cancelled)).Result.ShouldBe(PressResult.Accepted);
    }

    /// <summary>What a host that knows these does at its start.</summary>
    private void Migrate(IReadOnlyList<Migration> known)
    {
        using var connection = Engine.Open();
        Schema.Migrate(connection, Engine, known);
    }
}

public sealed class SchemaOnSqliteTests() : SchemaTests(TestStore.Sqlite);

public sealed class SchemaOnPostgreSqlTests() : SchemaTests(TestStore.PostgreSql);
