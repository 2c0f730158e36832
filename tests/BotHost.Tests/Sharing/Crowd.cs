using System.Net;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using Microsoft.AspNetCore.Builder;

namespace BotHost.Tests.Sharing;

/// <summary>People who talk to several hosts of one bot; the test says which host is told of what.</summary>
internal sealed class Crowd(TestBot bot, IReadOnlyList<WebApplication> hosts)
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Nobody listens where the local Webex delivers.</summary>
    public static (string Key, string? Value) NotDeliveredTo => ("BotHost:PublicUrl", "http://127.0.0.1:9");

    public static object Mention(string space, string text) => new { roomId = space, markdown = $"<@personEmail:{TestBot.BotEmail}> {text}" };

    /// <summary>Makes spaces with the bot in them.</summary>
    public async Task<IReadOnlyList<string>> SpacesAsync(TestPerson owner, int count) => await Task.WhenAll(Enumerable.Range(1, count).Select(async i =>
    {
        var room = (await owner.CallAsync(HttpMethod.Post, "rooms", new { title = $"Space {i}" }, Cancelled)).GetProperty("id").GetString()!;
        await owner.CallAsync(HttpMethod.Post, "memberships", new { roomId = room, personEmail = TestBot.BotEmail }, Cancelled);
        return room;
    }));

    /// <summary>Has somebody say something, and returns the webhook for it.</summary>
    public async Task<string> SayAsync(TestPerson person, object message)
    {
        var said = await person.CallAsync(HttpMethod.Post, "messages", message, Cancelled);
        return SignedWebhook.Envelope("messages", "created", said.GetProperty("id").GetString()!, bot.Accounts.Of(TestBot.BotEmail).PersonId,
            said.GetProperty("roomId").GetString()!, person.Account.PersonId);
    }

    public Task<HttpStatusCode> DeliverAsync(string envelope, WebApplication? host = null) =>
        SignedWebhook.PostAsync(Http, new Uri((host ?? hosts[0]).Urls.First()), envelope, TestBot.WebhookSecret, Cancelled);

    /// <summary>Looks again and again, for a minute at most.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
    }
}
