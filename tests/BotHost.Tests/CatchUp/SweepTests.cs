using Microsoft.Extensions.Configuration;

namespace BotHost.Tests.CatchUp;

/// <summary>A delivery that is lost on the way is noticed by nobody; the message is found all the same.</summary>
public sealed class SweepTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_message_whose_delivery_was_lost_is_handled_once()
    {
        await using var taker = await NoteTaker.StartAsync(builder =>
            builder.Configuration.AddInMemoryCollection([new("CatchUp:SweepEvery", "00:00:01")]));
        await taker.Alice.SayAsync("note 1", Cancelled);
        await taker.NotedAsync(1);

        await taker.FaultAsync(new { delivery = "lost" });
        await taker.Alice.SayAsync("note 2", Cancelled);
        await taker.NoFaultsAsync();

        await taker.NotedAsync(1);
        await taker.Alice.SayAsync("note 3", Cancelled);
        await taker.NotedAsync(1);
        taker.Notes.ShouldHaveSingleItem().ShouldBe([1, 2, 3]);
        taker.Bot.ExpectWarnings();
    }
}
