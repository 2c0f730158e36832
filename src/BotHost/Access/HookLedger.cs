using BotHost.Storage;
using Dapper;

namespace BotHost.Access;

/// <summary>An address at which another program posts into a space, as the store has it. Times are milliseconds since 1970.</summary>
internal sealed class StoredHook
{
    /// <summary>The last part of its address.</summary>
    public string Id { get; init; } = "";
    public string Room { get; init; } = "";
    public string Name { get; init; } = "";

    /// <summary>As <see cref="HookSecret.Kept"/> has it.</summary>
    public byte[] Secret { get; init; } = [];
    public long Signed { get; init; }
    public string? Template { get; init; }
    public long AddedAt { get; init; }
    public long? PostedAt { get; init; }

    /// <summary>When it was found that the bot is not in the space.</summary>
    public long? EndedAt { get; init; }

    /// <summary>Whether its sender signs; else it sends the secret along.</summary>
    public bool IsSigned => Signed != 0;

    /// <summary>The id alone.</summary>
    public override string ToString() => $"Hook {Id}";
}

/// <summary>Remembers which hooks there are. It is asked at each delivery, so that what was taken away counts at once, on every host.</summary>
internal sealed class HookLedger(Database database, TimeProvider time)
{
    private const string All =
        """
        SELECT id AS Id, room_id AS Room, name AS Name, secret AS Secret, is_signed AS Signed, template AS Template, added_at AS AddedAt, posted_at AS PostedAt, ended_at AS EndedAt
        FROM hooks
        """;

    public StoredHook? Find(string id) => database.Read(connection => connection.QueryFirstOrDefault<StoredHook>($"{All} WHERE id = @id", new { id }));

    /// <summary>Those of a space by name, or all.</summary>
    public IReadOnlyList<StoredHook> List(RoomId? room = null) => database.Read(connection => connection.Query<StoredHook>(
        $"{All} WHERE (@room = '' OR room_id = @room) ORDER BY room_id, name", new { room = room?.Value ?? "" }).ToList());

    public static void Add(WriteSession session, StoredHook hook) => session.Execute(
        """
        INSERT INTO hooks (id, room_id, name, secret, is_signed, template, added_at) VALUES (@id, @room, @name, @secret, @signed, @template, @added)
        ON CONFLICT DO NOTHING
        """,
        ("@id", hook.Id), ("@room", hook.Room), ("@name", hook.Name), ("@secret", hook.Secret), ("@signed", hook.Signed), ("@template", hook.Template),
        ("@added", hook.AddedAt));

    /// <summary>Another secret. A hook that ended begins again.</summary>
    public static void Rotate(WriteSession session, string id, byte[] secret) => session.Execute(
        "UPDATE hooks SET secret = @secret, ended_at = NULL WHERE id = @id", ("@secret", secret), ("@id", id));

    public static int Remove(WriteSession session, string id) => session.Execute("DELETE FROM hooks WHERE id = @id", ("@id", id));

    public static void Posted(WriteSession session, string id, long now) => session.Execute("UPDATE hooks SET posted_at = @now WHERE id = @id", ("@now", now), ("@id", id));

    public static void End(WriteSession session, string id, long now) => session.Execute("UPDATE hooks SET ended_at = @now WHERE id = @id AND ended_at IS NULL", ("@now", now), ("@id", id));

    /// <summary>Forgets hooks that ended so long ago.</summary>
    public Task<int> TidyAsync(TimeSpan life, CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - life).ToUnixTimeMilliseconds();
        return database.WriteAsync(session => session.Execute("DELETE FROM hooks WHERE ended_at < @before", ("@before", before)), cancellationToken: cancellationToken);
    }
}
