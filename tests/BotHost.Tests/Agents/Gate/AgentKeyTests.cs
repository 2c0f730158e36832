using BotHost.Access;
using BotHost.Tests.Storage;
using Dapper;

namespace BotHost.Tests.Agents.Gate;

/// <summary>When a key proves its agent, and what is kept of it, on either engine.</summary>
public abstract class AgentKeyTests(string provider) : GateTest(provider)
{
    [Fact]
    public async Task A_key_proves_its_agent_until_it_is_revoked_or_ends()
    {
        await Bench.AddAsync();
        await Bench.AddAsync("other");
        var (key, id) = await Bench.NewKeyAsync("triage");
        var (others, _) = await Bench.NewKeyAsync("other");

        (await Bench.Directory.AuthenticateAsync(key, Cancelled))!.Name.ShouldBe("triage");
        (await Bench.Directory.AuthenticateAsync(others, Cancelled))!.Name.ShouldBe("other");
        foreach (var wrong in Wrong(key, others))
            (await Bench.Directory.AuthenticateAsync(wrong, Cancelled)).ShouldBeNull(wrong);

        await Bench.WriteAsync(session => AgentLedger.RemoveKey(session, id));
        (await Bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull();
        (await Bench.Directory.AuthenticateAsync(others, Cancelled)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rotated_key_counts_until_its_overlap_is_over()
    {
        await Bench.AddAsync();
        var (key, id) = await Bench.NewKeyAsync("triage");
        var end = (Bench.Clock.GetUtcNow() + TimeSpan.FromHours(24)).ToUnixTimeMilliseconds();

        await Bench.WriteAsync(session => AgentLedger.EndKey(session, id, end));
        await Bench.WriteAsync(session => AgentLedger.EndKey(session, id, end + 1));

        (await Bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldNotBeNull();
        Bench.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        (await Bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldNotBeNull();
        Bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await Bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull("the first end stands");
    }

    [Fact]
    public async Task The_store_holds_no_key_and_of_its_use_the_hour()
    {
        await Bench.AddAsync();
        var (key, id) = await Bench.NewKeyAsync("triage");
        Bench.Clock.Advance(TimeSpan.FromMinutes(25));

        await Bench.Directory.AuthenticateAsync(key, Cancelled);
        await Bench.Directory.AuthenticateAsync(key, Cancelled);

        Bench.Database.Read(c => c.QuerySingle<long>("SELECT used_at FROM agent_keys")).ShouldBe(Bench.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 3_600_000 * 3_600_000);
        var kept = Bench.Database.Read(c => c.QuerySingle<byte[]>("SELECT hash FROM agent_keys"));
        kept.Length.ShouldBe(32);
        AgentKey.IdIn(key).ShouldBe(id);
        new StoredKey { Id = id, Hash = kept }.ToString().ShouldBe($"Key {id}");
    }

    private static IEnumerable<string> Wrong(string key, string other) =>
    [
        "", "bothost_", key[..^1], key + "a", key.ToUpperInvariant(), " " + key, key[..^1] + (key[^1] == 'A' ? 'B' : 'A'),
        // The id of one and the secret of another.
        key[..20] + other[20..], other[..20] + key[20..], AgentKey.New().Key, "eyJhbGciOiJub25lIn0.e30.",
    ];
}

public sealed class AgentKeyOnSqliteTests() : AgentKeyTests(TestStore.Sqlite);

public sealed class AgentKeyOnPostgreSqlTests() : AgentKeyTests(TestStore.PostgreSql);
