using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Storage;
using BotHost.Testing;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Outbox;

/// <summary>Faults of the local Webex for a bot under test, and what became of its replies.</summary>
internal static class Trouble
{
    /// <summary>Settings with which what is not known settles soon.</summary>
    public static readonly (string, string?)[] Hasty =
        [("Webex:Timeout", "00:00:01"), ("Outbox:SettleTime", "00:00:01"), ("Access:Default", "Everyone")];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Has the local Webex get something wrong; returns the rule's id.</summary>
    public static async Task<string> FaultAsync(this TestBot bot, object rule)
    {
        using var answer = await bot.Http.PostAsJsonAsync("/simulator/faults", rule, Cancelled);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("rule").GetProperty("id").GetString()!;
    }

    /// <summary>How often the bot's calls of one kind reached the local Webex, whatever it answered.</summary>
    public static async Task<int> CallsAsync(this TestBot bot, string method, string route) =>
        (await bot.Http.GetFromJsonAsync<JsonElement>($"/simulator/ledger?kind=call&method={method}&route={route}&person={TestBot.BotEmail}", Cancelled))
            .GetProperty("items").GetArrayLength();

    /// <summary>The bot's effects as the store holds them, in order.</summary>
    public static IReadOnlyList<StoredEffect> Effects(this TestBot bot) => bot.Host.Services.GetRequiredService<Database>().Read(connection =>
        connection.Query<StoredEffect>("SELECT state AS State, tries AS Tries, guesses AS Guesses, message_id AS Message, body AS Body, file AS File FROM effects ORDER BY sequence").ToList());

    internal sealed class StoredEffect
    {
        public long State { get; init; }
        public long Tries { get; init; }
        public long Guesses { get; init; }
        public string? Message { get; init; }
        public byte[]? Body { get; init; }
        public byte[]? File { get; init; }
    }
}
