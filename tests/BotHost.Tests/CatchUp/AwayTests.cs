using BotHost.Testing;

namespace BotHost.Tests.CatchUp;

/// <summary>What people say while the bot is away is handled once, in order, and before what they say later.</summary>
public sealed class AwayTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A larger size: <c>BOTHOST_AWAY=2000x300</c>. The second row is more rooms than Webex lists on a page.</summary>
    public static TheoryData<int, int> Sizes => Environment.GetEnvironmentVariable("BOTHOST_AWAY") is { } size
        ? new() { { int.Parse(size.Split('x')[0]), int.Parse(size.Split('x')[1]) } }
        : new() { { 200, 30 }, { 125, 120 } };

    [Theory(Timeout = 600_000)]
    [MemberData(nameof(Sizes))]
    public async Task Each_message_is_handled_once_in_order_and_before_newer_ones(int messages, int rooms)
    {
        await using var taker = await NoteTaker.StartAsync();
        var speakers = await SpeakersAsync(taker, rooms);
        await SpeakAsync(speakers, 0, rooms);
        await taker.Bot.QuietAsync(Cancelled);

        await taker.Bot.StopAsync(Cancelled);
        await taker.FaultAsync(new { delivery = "lost" });
        await SpeakAsync(speakers, rooms, messages);
        await taker.NoFaultsAsync();
        // Slow, so that newer ones arrive while the missed ones are looked for, and are listed and delivered.
        await taker.FaultAsync(new { method = "GET", path = "/messages", email = TestBot.BotEmail, delayBefore = "00:00:00.2" });
        await taker.Bot.StartAgainAsync(cancellationToken: Cancelled);
        await SpeakAsync(speakers, rooms + messages, rooms);
        await taker.Bot.QuietAsync(Cancelled);

        ShouldBeAllInOrder(taker, rooms, messages + (2 * rooms));

        // Once more over the same time: nothing is news.
        await taker.Bot.RestartAsync(Cancelled);
        await taker.Bot.QuietAsync(Cancelled);
        ShouldBeAllInOrder(taker, rooms, messages + (2 * rooms));
    }

    [Fact(Timeout = 120_000)]
    public async Task Stopped_in_the_middle_of_catching_up_the_next_start_goes_on()
    {
        const int rooms = 12;
        await using var taker = await NoteTaker.StartAsync();
        var speakers = await SpeakersAsync(taker, rooms);
        await SpeakAsync(speakers, 0, rooms);
        await taker.Bot.QuietAsync(Cancelled);
        await taker.NotedAsync(rooms);

        await taker.Bot.StopAsync(Cancelled);
        await taker.FaultAsync(new { delivery = "lost" });
        await SpeakAsync(speakers, rooms, 3 * rooms);
        await taker.NoFaultsAsync();
        await taker.FaultAsync(new { method = "GET", path = "/messages", email = TestBot.BotEmail, skip = 5, status = 500 });
        await taker.Bot.StartAgainAsync(cancellationToken: Cancelled);
        await taker.NotedAsync(5 * 3);
        taker.IsOwed.ShouldBeTrue();
        await taker.Bot.StopAsync(Cancelled);
        taker.Notes.Sum(room => room.Count()).ShouldBe(rooms + (5 * 3));

        await taker.NoFaultsAsync();
        await taker.Bot.StartAgainAsync(cancellationToken: Cancelled);
        await taker.Bot.QuietAsync(Cancelled);

        ShouldBeAllInOrder(taker, rooms, 4 * rooms);
        await taker.CaughtUpAsync(times: 0);
        taker.Bot.ExpectWarnings();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_room_that_Webex_does_not_give_keeps_no_other_waiting()
    {
        await using var taker = await NoteTaker.StartAsync();
        var speakers = await SpeakersAsync(taker, 4);
        await SpeakAsync(speakers, 0, 4);
        await taker.Bot.QuietAsync(Cancelled);
        await taker.NotedAsync(4);

        await taker.Bot.StopAsync(Cancelled);
        await taker.FaultAsync(new { delivery = "lost" });
        await SpeakAsync(speakers, 4, 4);
        await taker.NoFaultsAsync();
        await taker.FaultAsync(new { method = "GET", path = "/messages", email = TestBot.BotEmail, count = 1, status = 503, retryAfter = 3 });
        await taker.Bot.StartAgainAsync(cancellationToken: Cancelled);
        await taker.NotedAsync(3);
        await taker.NotedAsync(1);

        await taker.Bot.QuietAsync(Cancelled);
        ShouldBeAllInOrder(taker, 4, 8);
        taker.Bot.ExpectWarnings();
    }

    [Fact(Timeout = 120_000)]
    public async Task What_was_said_before_the_bot_was_ever_there_is_not_answered()
    {
        await using var taker = await NoteTaker.StartAsync();
        await taker.FaultAsync(new { delivery = "lost" });
        await taker.TellAsync(taker.Alice, 1);
        await taker.NoFaultsAsync();

        // A host with a store of its own was never there before.
        await taker.Bot.StartAnotherAsync([], Cancelled);
        await taker.Bot.QuietAsync(Cancelled);

        (await taker.Alice.DirectAsync(Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("note 1");
    }

    private static void ShouldBeAllInOrder(NoteTaker taker, int rooms, int messages)
    {
        var notes = taker.Notes;
        notes.Count.ShouldBe(rooms);
        foreach (var room in notes)
            room.ToList().ShouldBe(room.Distinct().Order().ToList(), "in order, and each once");
        notes.SelectMany(room => room).Order().ShouldBe(Enumerable.Range(0, messages));
    }

    /// <summary>Who says the next thing in each of the rooms: three talk to the bot directly, and Alice mentions it in all the others.</summary>
    private static async Task<List<Func<int, Task>>> SpeakersAsync(NoteTaker taker, int rooms)
    {
        List<Func<int, Task>> speakers =
            [.. new[] { "alice@example.com", "bob@example.com", "carol@example.com" }.Select(taker.Bot.Person).Select<TestPerson, Func<int, Task>>(person => number => taker.TellAsync(person, number))];
        while (speakers.Count < rooms)
        {
            var room = (await taker.Alice.CallAsync(HttpMethod.Post, "rooms", new { title = $"Room {speakers.Count}" }, Cancelled)).GetProperty("id").GetString()!;
            await taker.Alice.CallAsync(HttpMethod.Post, "memberships", new { roomId = room, personEmail = TestBot.BotEmail }, Cancelled);
            speakers.Add(number => taker.MentionAsync(taker.Alice, room, number));
        }

        return speakers;
    }

    private static async Task SpeakAsync(List<Func<int, Task>> speakers, int first, int count)
    {
        for (var number = first; number < first + count; number++)
            await speakers[number % speakers.Count](number);
    }
}
