using BotHost.Benchmarks.Faults;
using BotHost.Tests.Hosting;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Asking;

/// <summary>
/// A handler that says something, asks, and goes on with the answer: killed at each thing it says, before Webex carried it out and after, and run again
/// by the next host, it says and does everything once.
/// </summary>
public sealed class KilledAskTests
{
    private static readonly string[] Said = ["Let us see.", "Which day?", "One moment.", "Booked."];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, bool> Points
    {
        get
        {
            var points = new TheoryData<string, int, bool>();
            // Each of these points once, on the one engine or on the other.
            foreach (var skip in Enumerable.Range(0, Said.Length))
            {
                points.Add(TestStore.Sqlite, skip, skip % 2 != 0);
                points.Add(TestStore.PostgreSql, skip, skip % 2 == 0);
            }

            return points;
        }
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Points))]
    public async Task It_says_and_does_everything_once(string provider, int skip, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync(provider);
        var alice = bot.Person("alice@example.com");
        await bot.StallAsync(skip, carriedOut);

        await bot.SayAsync(alice, "book");
        if (skip < 2)
            await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Which day?");
        await bot.SayAsync(alice, "2026-12-24");
        if (skip >= 2)
            await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Booked.");
        await bot.StopAsync();

        (await bot.DirectAsync(alice)).ShouldBe(Said);
        (await File.ReadAllLinesAsync(Path.Combine(bot.Folder, FaultBot.Booked), Cancelled)).ShouldBe(["begun", "booked 2026-12-24"]);
    }
}
