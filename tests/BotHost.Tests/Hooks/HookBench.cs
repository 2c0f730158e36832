using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BotHost.Testing;

namespace BotHost.Tests.Hooks;

/// <summary>A space that Alice subscribes to programs, and such a program.</summary>
internal sealed partial class HookBench : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    private HookBench(TestBot bot, string room) => (Bot, Room) = (bot, room);

    public TestBot Bot { get; }

    public string Room { get; }

    public TestPerson Alice => Bot.Person("alice@example.com");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<HookBench> StartAsync(IEnumerable<(string, string?)>? settings = null, params string[] simulator)
    {
        var bot = await TestBot.StartAsync(settings: settings, simulator: simulator, cancellationToken: Cancelled);
        return new HookBench(bot, await bot.Person("alice@example.com").CreateSpaceAsync("Builds", ["bob@example.com"], Cancelled));
    }

    /// <summary>Has Alice say it, and takes address and secret from what she alone is told.</summary>
    public async Task<Hook> SubscribeAsync(string words)
    {
        await Alice.MentionAsync(Room, words, cancellationToken: Cancelled);
        return await ToldAsync();
    }

    /// <summary>What she was told last.</summary>
    public async Task<Hook> ToldAsync()
    {
        var told = (await Alice.DirectAsync(Cancelled))[0].Text;
        return new Hook(AddressLine().Match(told).Groups[1].Value, SecretLine().Match(told).Groups[1].Value);
    }

    /// <summary>The same hook by the address the bot has now.</summary>
    public Task<Answer> SendAsync(Hook hook, string body, string type = "application/json", params (string Name, string Value)[] headers) =>
        SendAsync(Bot.Address, hook, body, type, headers.Length > 0 ? headers : [("Authorization", "Bearer " + hook.Secret)]);

    public async Task<Answer> SendAsync(Uri host, Hook hook, string body, string type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, new Uri(hook.Address).AbsolutePath));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type.Length > 0)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, Cancelled);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled), response.Headers.RetryAfter?.Delta, string.Join('|', response.Headers.Where(h => h.Key != "Date")
            .Concat(response.Content.Headers).Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order()));
    }

    /// <summary>What was posted into the space in no thread, which no answer is, oldest first.</summary>
    public async Task<IReadOnlyList<TestMessage>> PostedAsync()
    {
        await Bot.QuietAsync(Cancelled);
        return [.. (await Alice.MessagesAsync(Room, Cancelled)).Where(m => m.PersonEmail == TestBot.BotEmail && m.ParentId is null).Reverse()];
    }

    public static string Sign(string secret, string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Bot.DisposeAsync();
    }

    [GeneratedRegex(@"address: (\S+)")]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"secret: (\S+)")]
    private static partial Regex SecretLine();
}

internal sealed record Hook(string Address, string Secret);

/// <param name="Headers">All but the date.</param>
internal sealed record Answer(HttpStatusCode Status, string Text, TimeSpan? RetryAfter, string Headers);
