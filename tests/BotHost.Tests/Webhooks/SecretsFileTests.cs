using BotHost.Testing;

namespace BotHost.Tests.Webhooks;

/// <summary>Secrets in a file: changed while the host runs, and missing for a moment while they are.</summary>
public sealed class SecretsFileTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_good_secrets_stay_while_the_file_is_gone_or_half_written()
    {
        var folder = Directory.CreateTempSubdirectory("bothost-test-");
        var file = Path.Combine(folder.FullName, "secrets");
        await File.WriteAllTextAsync(file, TestBot.WebhookSecret + "\n", Cancelled);
        await using var bot = await TestBot.StartAsync(settings: [("Webex:WebhookSecrets", ""), ("Webex:WebhookSecretsFile", file)], cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        (await alice.SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong");

        File.Delete(file);
        (await alice.SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong");
        await File.WriteAllTextAsync(file, "short", Cancelled);
        (await alice.SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong");
        await File.WriteAllTextAsync(file, $"a-new-secret-0123456789\n{TestBot.WebhookSecret}\n", Cancelled);
        (await alice.SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong");

        folder.Delete(recursive: true);
    }
}
