using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Testing;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Dispatch;

/// <summary>An event as the store holds it.</summary>
internal sealed record StoredEvent(long Sequence, string Key, EventStatus Status, string? Reason, byte[]? Body)
{
    /// <summary>Every event a bot has stored, oldest first.</summary>
    public static IReadOnlyList<StoredEvent> All(TestBot bot) => All(bot.Host.Services.GetRequiredService<Database>());

    public static IReadOnlyList<StoredEvent> All(Database database) => database.Read(connection => connection
        .Query<(long Sequence, string Key, long Status, string? Reason, byte[]? Body)>("SELECT sequence, key, status, reason, body FROM events ORDER BY sequence")
        .Select(row => new StoredEvent(row.Sequence, row.Key, (EventStatus)row.Status, row.Reason, row.Body)).ToList());
}
