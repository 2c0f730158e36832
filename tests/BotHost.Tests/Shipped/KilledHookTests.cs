using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using BotHost.Tests.Hosting;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Shipped;

/// <summary>A hook of a bot that is killed with <c>kill -9</c> in the middle of what it says, before Webex carried it out and after: what was acknowledged is posted once.</summary>
public sealed class KilledHookTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(TestStore.Sqlite, true)]
    [InlineData(TestStore.PostgreSql, false)]
    public async Task What_was_sent_to_a_hook_and_acknowledged_is_posted_once(string provider, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync(provider);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Builds", cancellationToken: Cancelled);
        await bot.MentionAsync(alice, space, "subscribe ci");
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "ci. Keep this");
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "ci may post");
        var told = (await bot.DirectAsync(alice))[^1];
        await bot.StallAsync(0, carriedOut);

        using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer " + Line(told, "secret") } } };
        (await http.PostAsJsonAsync(Line(told, "address"), new { text = "Build 7 is green" }, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "ci\n");
        await bot.StopAsync();

        (await bot.InAsync(alice, space)).Count(text => text.Contains("Build 7 is green", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static string Line(string told, string name) => Regex.Match(told, name + @": (\S+)").Groups[1].Value;
}
