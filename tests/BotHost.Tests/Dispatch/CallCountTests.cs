using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Testing;

namespace BotHost.Tests.Dispatch;

/// <summary>What an answer costs: one GET, for the webhook carries no text, and one POST.</summary>
public sealed class CallCountTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_command_costs_one_GET_and_one_POST_once_its_sender_is_known()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Room", cancellationToken: Cancelled);
        await alice.SayAsync("ping", Cancelled);

        (await CallsAsync(bot, () => alice.SayAsync("ping", Cancelled))).ShouldBe(["GET /v1/messages/{messageId}", "POST /v1/messages"]);
        (await CallsAsync(bot, () => alice.MentionAsync(room, "ping", cancellationToken: Cancelled))).ShouldBe(["GET /v1/messages/{messageId}", "POST /v1/messages"]);
    }

    [Fact]
    public async Task A_press_costs_as_much()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var help = (await alice.SayAsync("help", Cancelled))[^1];

        (await CallsAsync(bot, () => alice.PressAsync(help, "ping", cancellationToken: Cancelled))).ShouldBe(["GET /v1/attachment/actions/{id}", "POST /v1/messages"]);
    }

    /// <summary>The calls the bot made while something happened, its own echo included.</summary>
    private static async Task<List<string>> CallsAsync(TestBot bot, Func<Task> happens)
    {
        var before = (await LedgerAsync(bot, 0)).LastOrDefault().GetProperty("sequence").GetInt64();
        await happens();
        var self = bot.Accounts.Of(TestBot.BotEmail).PersonId;
        return [.. (await LedgerAsync(bot, before)).Select(entry => entry.GetProperty("call"))
            .Where(call => call.GetProperty("personId").GetString() == self)
            .Select(call => $"{call.GetProperty("method").GetString()} {call.GetProperty("route").GetString()}")];
    }

    private static async Task<IEnumerable<JsonElement>> LedgerAsync(TestBot bot, long after) =>
        (await bot.Http.GetFromJsonAsync<JsonElement>($"/simulator/ledger?kind=call&after={after}", Cancelled)).GetProperty("items").EnumerateArray();
}
