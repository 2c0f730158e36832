using BotHost.Storage;

namespace BotHost.Tests.Sharing;

/// <summary>Two hosts as programs, of which one dies or stands still in the middle of work.</summary>
public sealed class LostHostTests
{
    /// <summary>A lease, the second until it is looked for, and some for the two workers that are there and for a busy machine.</summary>
    private static readonly TimeSpan TakenOver = LeaseTimes.Default.Lease + LeaseTimes.Default.Poll + TimeSpan.FromSeconds(5);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(12, 5)]
    public async Task What_a_killed_host_was_at_is_done_by_the_other_once_and_in_order(int rooms, int each)
    {
        await using var pair = await Pair.StartAsync(rooms);
        await pair.SayAsync(each);
        await pair.Helper.WaitForAsync("ping: Answered", Cancelled);
        await pair.UntilHelperHasLanesAsync(true);

        var killed = TimeProvider.System.GetTimestamp();
        pair.Helper.Kill();
        await pair.UntilHelperHasLanesAsync(false);

        TimeProvider.System.GetElapsedTime(killed).ShouldBeLessThan(TakenOver);
        await pair.ShouldHaveAnsweredAsync(each);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(12, 5)]
    public async Task A_host_that_stood_still_finds_its_work_taken_and_does_none_of_it_again(int rooms, int each)
    {
        await using var pair = await Pair.StartAsync(rooms);
        await pair.SayAsync(each);
        await pair.Helper.WaitForAsync("ping: Answered", Cancelled);
        await pair.UntilHelperHasLanesAsync(true);

        pair.Helper.Stop();
        await pair.UntilHelperHasLanesAsync(false);
        await pair.ShouldHaveAnsweredAsync(each);
        pair.Helper.Continue();

        // It is a host like any other again.
        await pair.SayAsync(each, hasTheHelperToo: true);
        await pair.ShouldHaveAnsweredAsync(2 * each);
    }
}
