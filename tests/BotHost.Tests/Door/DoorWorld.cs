using System.Text.Json;
using BotHost.Testing;

namespace BotHost.Tests.Door;

/// <summary>What really exists in the local Webex, so that cases can speak of it. Its own webhooks are taken away: only cases deliver.</summary>
internal static class DoorWorld
{
    public static async Task<Dictionary<string, string>> MakeAsync(TestBot test)
    {
        var (alice, bot, echo) = (test.Person("alice@example.com"), test.Person(TestBot.BotEmail), test.Person("echo@webex.bot"));
        foreach (var webhook in (await bot.CallAsync(HttpMethod.Get, "webhooks", null)).GetProperty("items").EnumerateArray())
            await bot.CallAsync(HttpMethod.Delete, "webhooks/" + Id(webhook), null);

        var space = await alice.CreateSpaceAsync("Door", ["echo@webex.bot"]);
        var left = await alice.CreateSpaceAsync("Left");
        async Task<string> PostAsync(TestPerson author, string roomId, string markdown) =>
            Id(await author.CallAsync(HttpMethod.Post, "messages", new { roomId, markdown = $"<@personEmail:{TestBot.BotEmail}> {markdown}" }));
        var edited = await PostAsync(bot, space, "first");
        await bot.CallAsync(HttpMethod.Put, "messages/" + edited, new { roomId = space, markdown = "second" });
        var names = new Dictionary<string, string>
        {
            ["me"] = bot.Account.PersonId,
            ["alice"] = alice.Account.PersonId,
            ["echo"] = echo.Account.PersonId,
            ["room"] = space,
            ["room-left"] = left,
            ["message-of-alice"] = await PostAsync(alice, space, "ping"),
            ["message-of-alice-too"] = await PostAsync(alice, space, "ping"),
            ["message-of-bot"] = await PostAsync(bot, space, "ping"),
            ["message-of-echo"] = await PostAsync(echo, space, "ping"),
            ["message-edited"] = edited,
            ["message-left"] = await PostAsync(alice, left, "ping"),
            ["secret-current"] = TestBot.WebhookSecret,
            ["secret-retired"] = "retired-secret-0123456789",
            ["secret-wrong"] = "another-secret-0123456789",
        };
        var membership = (await bot.CallAsync(HttpMethod.Get, "memberships?roomId=" + left, null)).GetProperty("items").EnumerateArray()
            .Single(member => member.GetProperty("personEmail").GetString() == TestBot.BotEmail);
        await bot.CallAsync(HttpMethod.Delete, "memberships/" + Id(membership), null);
        return names;
    }

    private static string Id(JsonElement resource) => resource.GetProperty("id").GetString()!;
}
