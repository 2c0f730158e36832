using System.Net;
using BotHost.Testing;
using BotHost.Tests.Webex;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Door;

/// <summary>Secrets change while the host runs. A slip in doing so must neither open the door nor shut it.</summary>
public sealed class RotationTests : IDisposable
{
    private const string First = "first-secret-0123456789";
    private const string Second = "second-secret-0123456789";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-door-");
    private int _number;

    private string SecretsFile => Path.Combine(_folder.FullName, "secrets");

    [Fact]
    public async Task Both_are_good_and_then_the_retired_one_is_not()
    {
        Write(First);
        await using var door = await StartAsync();
        (await TryAsync(door)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));

        Write($"{Second}\n{First}\n");
        (await TryAsync(door)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));

        Write(Second + "\r\n");
        (await TryAsync(door)).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_file_that_is_empty_half_written_or_away_changes_nothing()
    {
        Write(First);
        await using var door = await StartAsync();

        foreach (var slip in (string[])["", "\n", "half", $"{Second}\nhalf"])
        {
            Write(slip);
            (await TryAsync(door)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized), slip);
        }

        File.Delete(SecretsFile);
        (await TryAsync(door)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
        Write(Second);
        (await TryAsync(door)).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK));
    }

    /// <summary>As Kubernetes mounts a secret: the file is a link through a folder that is a link, and only the latter is changed.</summary>
    [Fact]
    public async Task A_file_behind_links_that_are_exchanged_is_read_again()
    {
        foreach (var (version, secret) in ((string, string)[])[("v1", First), ("v2", Second)])
            await File.WriteAllTextAsync(Path.Combine(_folder.CreateSubdirectory(version).FullName, "secrets"), secret, TestContext.Current.CancellationToken);
        var current = Path.Combine(_folder.FullName, "..data");
        Directory.CreateSymbolicLink(current, "v1");
        File.CreateSymbolicLink(SecretsFile, Path.Combine("..data", "secrets"));
        await using var door = await StartAsync();
        (await TryAsync(door)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));

        Directory.Delete(current);
        Directory.CreateSymbolicLink(current, "v2");

        (await TryAsync(door)).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_setting_changed_to_nonsense_changes_nothing_and_a_good_one_counts()
    {
        await using var door = await Deliveries.StartAsync(settings: [("Webex:WebhookSecrets", First)]);

        Set(door.Bot, "");
        (await TryAsync(door)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
        Set(door.Bot, "short");
        (await TryAsync(door)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
        Set(door.Bot, Second);
        (await TryAsync(door)).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Under_load_nothing_genuine_is_refused()
    {
        Write($"{First}\n{Second}");
        await using var door = await StartAsync();
        using var rotating = new CancellationTokenSource();

        var senders = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var answers = new List<HttpStatusCode>();
            while (!rotating.IsCancellationRequested)
                answers.Add(await door.DeliverAsync(Body(), First));
            return answers;
        })).ToList();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                Write(i % 2 == 0 ? $"{Second}\n{First}" : $"{First}\n{Second}\n");
                (await door.DeliverAsync(Body(), Second)).ShouldBe(HttpStatusCode.OK);
            }
        }
        finally
        {
            await rotating.CancelAsync();
        }

        (await Task.WhenAll(senders)).SelectMany(answers => answers).ShouldAllBe(answer => answer == HttpStatusCode.OK);
    }

    /// <summary>Else the old secret is taken away one day while Webex still signs with it, and the bot goes silent.</summary>
    [Fact]
    public async Task Webex_is_told_of_a_new_secret_while_the_host_runs()
    {
        Write(First);
        var clock = new FakeClock();
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("ping", () => "pong"), [("Webex:WebhookSecrets", ""), ("Webex:WebhookSecretsFile", SecretsFile)],
            builder => builder.Services.AddSingleton<TimeProvider>(clock), cancellationToken: TestContext.Current.CancellationToken);
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(10));

        Write($"{Second}\n{First}");
        await clock.UntilPendingAsync(1, TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromMinutes(1));
        while ((await SecretsAtWebexAsync(bot, tooLong.Token)).Any(secret => secret != Second))
        {
        }

        Write(Second);
        (await bot.Person("alice@example.com").SayAsync("ping", tooLong.Token)).ShouldHaveSingleItem().Text.ShouldBe("pong");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<Deliveries> StartAsync() => Deliveries.StartAsync(settings: [("Webex:WebhookSecrets", ""), ("Webex:WebhookSecretsFile", SecretsFile)]);

    private void Write(string text) => File.WriteAllText(SecretsFile, text);

    private static void Set(TestBot bot, string secrets)
    {
        bot.Host.Configuration["Webex:WebhookSecrets"] = secrets;
        try
        {
            ((IConfigurationRoot)bot.Host.Configuration).Reload();
        }
        // Whoever reloads is told that the value is unusable. What counts is what the door does then.
        catch (Exception e) when (e is Microsoft.Extensions.Options.OptionsValidationException or AggregateException)
        {
        }
    }

    private static async Task<List<string>> SecretsAtWebexAsync(TestBot bot, CancellationToken cancellationToken) =>
        [.. (await bot.Person(TestBot.BotEmail).CallAsync(HttpMethod.Get, "webhooks", null, cancellationToken)).GetProperty("items").EnumerateArray()
            .Select(webhook => webhook.GetProperty("secret").GetString()!)];

    private byte[] Body() => Deliveries.Envelope($"rotation-{Interlocked.Increment(ref _number)}");

    private async Task<(HttpStatusCode First, HttpStatusCode Second)> TryAsync(Deliveries door) =>
        (await door.DeliverAsync(Body(), First), await door.DeliverAsync(Body(), Second));
}
