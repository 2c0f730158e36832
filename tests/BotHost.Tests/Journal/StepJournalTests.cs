using BotHost.Storage;
using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Tests.Storage;
using BotHost.Webex;
using Dapper;

namespace BotHost.Tests.Journal;

/// <summary>What is left of steps when nobody needs them any more.</summary>
public abstract class StepJournalTests(string provider) : StoreTest(provider)
{
    [Fact]
    public async Task What_is_over_is_dropped_but_for_what_it_made_and_what_is_not_over_stays()
    {
        foreach (var status in new[] { EventStatus.Handling, EventStatus.Handled, EventStatus.Dead })
            await WriteAsync($"INSERT INTO events (key, lane, resource, event, status, received_at, due_at) VALUES ('{status}', 'l', 'r', 'e', {(int)status}, 1, 1)");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        // The fourth event is gone.
        for (var number = 1; number <= 4; number++)
        {
            await WriteAsync($"INSERT INTO steps (event, number, name, fingerprint) VALUES ({number}, 1, 'open', 'f')");
            await WriteAsync($"INSERT INTO steps (event, number, name, fingerprint, ended_at) VALUES ({number}, 2, 'ended', 'f', {now})");
            await WriteAsync($"INSERT INTO steps (event, number, name, fingerprint, subject, ended_at) VALUES ({number}, 3, 'made', 'f', 'space', {now})");
            await WriteAsync($"INSERT INTO steps (event, number, name, fingerprint, subject, ended_at) VALUES ({number}, 4, 'made long ago', 'f', 'space', 1)");
        }

        await new StepJournal(Database, new MemoryLanes(TimeProvider.System), new WebexTime(TimeProvider.System), TimeProvider.System).TidyAsync(TimeSpan.FromDays(1), Cancelled);

        Database.Read(c => c.Query<(long Event, long Number)>("SELECT event, number FROM steps ORDER BY event, number"))
            .ShouldBe([(1, 1), (1, 2), (1, 3), (2, 3), (3, 1), (3, 2), (3, 3), (4, 3)]);
    }

    private Task WriteAsync(string sql) => Database.WriteAsync(session => session.Execute(sql), cancellationToken: Cancelled);
}

public sealed class StepJournalOnSqliteTests() : StepJournalTests(TestStore.Sqlite);

public sealed class StepJournalOnPostgreSqlTests() : StepJournalTests(TestStore.PostgreSql);
