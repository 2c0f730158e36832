using System.Text;
using BotHost.Bot;
using BotHost.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Hosting;

/// <summary>
/// Marked secrets and words go through the bot in every way there is, faults included, while everything is logged that can be.
/// None of them may come out in a log line, and none but ids and addresses in the store.
/// </summary>
public sealed class CanaryTests
{
    private const string Secret = "canary-secret-7d1f0c9be2a4";
    private const string Words = "canarywords";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_confidential_is_logged_and_neither_words_nor_secrets_are_stored()
    {
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                Features.ShippedFeatures.Map(routes);
                routes.Command("fail", string (string words, Person sender) => throw new FormatException($"{words} {sender.Email}", new InvalidOperationException(words)));
                routes.Command("ask", async Task (BotContext context, string words) =>
                    await context.Memberships.AddAsync(new RoomId(words), PersonRef.FromEmail(words + "@example.com"), cancellationToken: context.Aborted));
                routes.Command("card", () => new Card("Press").TextInput("text", "Text").Submit("Go", "go").Submit("Nowhere", "nowhere"));
                routes.Submit("go", string (string text) => throw new InvalidOperationException(text));
            }, [("Webex:WebhookSecrets", Secret)], cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var dave = bot.Person("dave@elsewhere.example");
        var room = await alice.CreateSpaceAsync($"{Words} space", ["bob@example.com"], Cancelled);

        foreach (var text in new[] { Words, $"ping {Words}", "whoami", $"space create {Words}", $"space add {Words}@example.com in \"{Words}\"", $"fail {Words}", $"ask {Words}" })
        {
            await alice.SayAsync(text, Cancelled);
            await dave.SayAsync(text, Cancelled);
            await alice.MentionAsync(room, text, cancellationToken: Cancelled);
        }

        var card = (await alice.SayAsync("card", Cancelled)).ShouldHaveSingleItem();
        await alice.PressAsync(card, "Go", new { text = Words }, Cancelled);
        await alice.PressAsync(card, "Nowhere", new { text = Words }, Cancelled);
        await alice.SubmitAsync(card, new() { ["text"] = Words, ["_submit"] = Words, ["_nonce"] = Words }, Cancelled);
        await alice.SubmitAsync(card, new() { ["text"] = Words }, Cancelled);
        await RefusedAtTheDoorAsync(bot);
        bot.ExpectWarnings();
        // As the host does once a minute.
        bot.Host.Services.GetRequiredService<BotHost.Storage.Database>().Scrub();
        var tokens = bot.Accounts.Items.Select(account => account.Token);
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(bot.Host.Services.GetRequiredService<BotHost.Storage.IStoreEngine>().Name)!)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ToList();

        var log = string.Join('\n', bot.Log.Select(line => $"{line.Category} {line.Message} {line.Exception}"));
        log.ShouldContain("whoami: Answered");
        bot.Log.ShouldContain(line => line.Level == LogLevel.Debug);
        foreach (var canary in tokens.Concat([Secret, Words, "@example.com", "@elsewhere.example"]))
            Lines(log, canary).ShouldBeEmpty();
        files.Count.ShouldBeGreaterThanOrEqualTo(2, "the database and its write-ahead log");
        foreach (var file in files)
            foreach (var canary in tokens.Concat([Secret, Words]))
                (await ContainsAsync(file, canary)).ShouldBeFalse($"{Path.GetFileName(file)} holds {canary}");
    }

    private static async Task RefusedAtTheDoorAsync(TestBot bot)
    {
        using var http = new HttpClient();
        var signed = $$"""{"resource":"{{Words}}","event":"created","createdBy":"{{Words}}","data":"{{Words}}"}""";
        await Dispatch.SignedWebhook.PostAsync(http, bot.Address, signed, "not-the-secret-0123456789", Cancelled);
    }

    private static IEnumerable<string> Lines(string log, string canary) =>
        log.Split('\n').Where(line => line.Contains(canary, StringComparison.OrdinalIgnoreCase));

    private static async Task<bool> ContainsAsync(string file, string text)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Cancelled);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }
}
