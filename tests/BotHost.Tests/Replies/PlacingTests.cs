using BotHost.Bot;
using BotHost.Testing;
using BotHost.Tests.Outbox;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Replies;

/// <summary>Where replies go: the thread, the room, the asker alone.</summary>
public sealed class PlacingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_space_the_thread_is_usual_and_the_room_on_request()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Team", cancellationToken: Cancelled);

        (await alice.MentionAsync(room, "usual", cancellationToken: Cancelled)).ShouldHaveSingleItem().ParentId.ShouldNotBeNull();
        (await alice.MentionAsync(room, "thread", cancellationToken: Cancelled)).ShouldHaveSingleItem().ParentId.ShouldNotBeNull();
        (await alice.MentionAsync(room, "room", cancellationToken: Cancelled)).ShouldHaveSingleItem().ParentId.ShouldBeNull();
    }

    [Fact]
    public async Task In_a_direct_room_no_thread_is_usual_and_one_on_request()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");

        (await alice.SayAsync("usual", Cancelled)).ShouldHaveSingleItem().ParentId.ShouldBeNull();
        var said = (await alice.SayAsync("thread", Cancelled)).ShouldHaveSingleItem();
        said.ParentId.ShouldBe((await alice.DirectAsync(Cancelled)).First(m => m.PersonEmail == "alice@example.com").Id);
        (await alice.SayAsync("private", Cancelled)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task Privately_goes_to_the_asker_alone_and_its_card_can_be_pressed_there(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await StartAsync(store.Settings);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var room = await alice.CreateSpaceAsync("Team", ["bob@example.com"], Cancelled);

        (await bob.MentionAsync(room, "private", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("told");

        var card = (await bob.DirectAsync(Cancelled)).ShouldHaveSingleItem();
        card.Text.ShouldBe("secret");
        (await bob.PressAsync(card, "OK", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pressed");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("after")]
    [InlineData("before")]
    public async Task A_private_reply_whose_answer_is_lost_is_there_once(string when)
    {
        await using var bot = await StartAsync();
        var bob = bot.Person("bob@example.com");
        var room = await bob.CreateSpaceAsync("Team", cancellationToken: Cancelled);
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 502, when, count = 2 });

        await bob.MentionAsync(room, "private", cancellationToken: Cancelled);
        await bot.QuietAsync(Cancelled);

        (await bob.DirectAsync(Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("secret");
        bot.Effects().Sum(effect => effect.Guesses).ShouldBe(0);
    }

    private static Task<TestBot> StartAsync(IEnumerable<(string, string?)>? settings = null) => TestBot.StartAsync(
        routes =>
        {
            routes.Command("usual", () => "said");
            routes.Command("thread", () => Reply.Text("said").InThread());
            routes.Command("room", () => Reply.Text("said").OutsideThread());
            routes.Command("private", () => new[] { Reply.Text("secret").With(new Card("Secret").Submit("OK", "ok").Once()).Privately(), Reply.Text("told") });
            routes.Submit("ok", () => "pressed");
        }, [.. Trouble.Hasty, .. settings ?? []], cancellationToken: Cancelled);
}
