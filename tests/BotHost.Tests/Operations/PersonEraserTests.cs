using System.Text;
using BotHost.Inbox;
using BotHost.Operations;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Storage;
using Dapper;

namespace BotHost.Tests.Operations;

/// <summary>What is taken out of which table, on either engine.</summary>
public abstract class PersonEraserTests(string provider) : StoreTest(provider)
{
    private const string Alice = "person-alice-0123456789", Bob = "person-bob-0123456789";

    private static readonly string[] Tables = ["events", "effects", "own_messages", "steps", "cards", "space_creators", "states", "schedules", "questions", "lanes", "kept", "operations", "agents", "agent_grants", "agent_keys", "agent_days", "agent_requests", "audit", "audit_details"];

    [Fact]
    public async Task Their_open_events_end_and_what_others_asked_for_is_left_to_finish()
    {
        await AddAsync("hers", EventStatus.Queued, Said(Alice));
        await AddAsync("his", EventStatus.Queued, Said(Bob).Replace("\"roomId\"", $"\"mentionedPeople\":[\"{Alice}\"],\"roomId\""));
        await AddAsync("memberships/created:hers", EventStatus.Dead, SignedWebhook.Envelope("memberships", "created", "ms", "bot", "r", Alice));
        await AddAsync("unreadable", EventStatus.Quarantined, $"not JSON {Alice}");
        await AddAsync("of her webhook", EventStatus.Queued, SignedWebhook.Envelope("messages", "created", "m3", Alice, "r", Bob));
        await AddAsync("under way", EventStatus.Handling, Said(Alice));

        var gone = await EraseAsync();

        (gone.Bodies, gone.Keys, gone.Waiting).ShouldBe((3, 1, 2));
        StoredEvent.All(Database).Select(e => (e.Key, e.Status, HasBody: e.Body is not null)).ShouldBe(
        [
            ("hers", EventStatus.Handled, false), ("his", EventStatus.Queued, true), ("erased:3", EventStatus.Dead, false),
            ("unreadable", EventStatus.Quarantined, false), ("of her webhook", EventStatus.Queued, true), ("under way", EventStatus.Handling, true),
        ]);
    }

    [Fact]
    public async Task Once_nothing_is_under_way_no_table_names_them()
    {
        await AddAsync("hers", EventStatus.Dead, Said(Alice));
        await AddAsync("his", EventStatus.Handled, Said(Bob));
        await PlantAsync(state: 1, ended: null);

        (await EraseAsync()).Waiting.ShouldBe(2, "an effect is being sent, a step is open");
        await WriteAsync("UPDATE effects SET state = 3, ended_at = 1");
        await WriteAsync("UPDATE steps SET ended_at = 1");
        var gone = await EraseAsync();

        (gone.Effects, gone.Steps, gone.Waiting).ShouldBe((1, 1, 0));
        Cells().ShouldNotContain(cell => cell.Contains(Alice));
        Cells().ShouldContain(cell => cell.Contains(Bob));
    }

    private static string Said(string by) => SignedWebhook.Envelope("messages", "created", "m", "bot", "r", by);

    private Task<Erasure> EraseAsync() => Database.WriteAsync(session => PersonEraser.Erase(session, Alice, 5), cancellationToken: Cancelled);

    private Task AddAsync(string key, EventStatus status, string body) => Database.WriteAsync(session => session.Execute(
        "INSERT INTO events (key, lane, resource, event, body, status, received_at, due_at, finished_at) VALUES (@key, 'r', @resource, 'created', @body, @status, 1, 1, @end)",
        ("@key", key), ("@resource", key.Split('/')[0]), ("@body", Encoding.UTF8.GetBytes(body)), ("@status", (long)status), ("@end", status < EventStatus.Handled ? null : 1L)),
        cancellationToken: Cancelled);

    /// <summary>What a handler of Bob's left behind that did something about her.</summary>
    private async Task PlantAsync(int state, long? ended)
    {
        var told = Encoding.UTF8.GetBytes($"{{\"text\":\"Hello {Alice}\"}}");
        await Database.WriteAsync(session => session.Execute(
            "INSERT INTO effects (event, ordinal, target, priority, kind, body, state, due_at, added_at, ended_at) VALUES (2, 0, 'r', 0, 0, @told, @state, 1, 1, @ended)",
            ("@told", told), ("@state", state), ("@ended", ended)), cancellationToken: Cancelled);
        await Database.WriteAsync(session => session.Execute(
            "INSERT INTO steps (event, number, name, fingerprint, result, ended_at) VALUES (2, 1, 'add', 'f', @told, @ended)",
            ("@told", told), ("@ended", ended)), cancellationToken: Cancelled);
        foreach (var person in new[] { Alice, Bob })
        {
            await WriteAsync($"INSERT INTO cards (nonce, submits, room_id, is_direct, asker_id, is_once, expires_at) VALUES ('{person[..9]}', 's', 'r', 0, '{person}', 1, 9)");
            await WriteAsync($"INSERT INTO space_creators (room_id, person_id) VALUES ('{person[..9]}', '{person}')");
            await WriteAsync($"INSERT INTO agents (name, identity, added_at) VALUES ('{person[..9]}', 'person:{person}', 1)");
            await WriteAsync($"INSERT INTO agent_grants (agent, name, rule, added_at) VALUES ('triage', 'only-{person[..9]}', '{{\"WriteTo\":\"{person}\"}}', 1)");
        }
    }

    private Task WriteAsync(string sql) => Database.WriteAsync(session => session.Execute(sql), cancellationToken: Cancelled);

    /// <summary>Everything that stands anywhere.</summary>
    private IEnumerable<string> Cells() => Tables
        .SelectMany(table => Database.Read(connection => connection.Query($"SELECT * FROM {table}").ToList()))
        .SelectMany(row => ((IDictionary<string, object?>)row).Values)
        .Select(cell => cell is byte[] bytes ? Encoding.UTF8.GetString(bytes) : cell?.ToString() ?? "");
}

public sealed class PersonEraserOnSqliteTests() : PersonEraserTests(TestStore.Sqlite);

public sealed class PersonEraserOnPostgreSqlTests() : PersonEraserTests(TestStore.PostgreSql);
