using BotHost.Testing;

namespace BotHost.Tests.Door;

/// <summary>Spaces and messages that exist, of which Webex itself tells nothing: the test delivers, when and in which order it likes.</summary>
internal sealed class Stage
{
    private readonly TestPerson _alice;

    private Stage(TestPerson alice, string me, string space, string otherSpace) => (_alice, Me, Space, OtherSpace) = (alice, me, space, otherSpace);

    public string Me { get; }

    public string Space { get; }

    public string OtherSpace { get; }

    public static async Task<Stage> SetAsync(TestBot test, CancellationToken cancellationToken)
    {
        var (alice, bot) = (test.Person("alice@example.com"), test.Person(TestBot.BotEmail));
        foreach (var webhook in (await bot.CallAsync(HttpMethod.Get, "webhooks", null, cancellationToken)).GetProperty("items").EnumerateArray())
            await bot.CallAsync(HttpMethod.Delete, "webhooks/" + webhook.GetProperty("id").GetString(), null, cancellationToken);
        return new Stage(
            alice, bot.Account.PersonId,
            await alice.CreateSpaceAsync("One", cancellationToken: cancellationToken), await alice.CreateSpaceAsync("Two", cancellationToken: cancellationToken));
    }

    public async Task<string> PostAsync(string roomId, string text, CancellationToken cancellationToken) =>
        (await _alice.CallAsync(HttpMethod.Post, "messages", new { roomId, markdown = $"<@personEmail:{TestBot.BotEmail}> {text}" }, cancellationToken))
            .GetProperty("id").GetString()!;
}
