using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Routes;

/// <summary>What happens around the bot, as handlers see it.</summary>
public sealed class EventTests
{
    private const string Dave = "dave@elsewhere.example";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Being_added_and_who_comes_and_goes_reach_their_handlers()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.OnAdded((Person by, Room room, Member me) => $"Hello, {by.Email} added {me.Email}; {(room.IsDirect ? "direct" : "group")}").GroupOnly();
            routes.OnMemberJoined((Member who, Person by) => $"Welcome {who.DisplayName}, says {by.Email}");
            routes.OnMemberLeft((Member who) => $"Farewell {who.Email}");
        }, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        var room = await alice.CreateSpaceAsync("Garden", ["bob@example.com"], Cancelled);
        await RemoveAsync(alice, room, "bob@example.com");
        await bot.QuietAsync(Cancelled);

        (await SaidAsync(alice, room)).ShouldBe(
        [
            "Hello, alice@example.com added bothost@webex.bot; group", "Welcome Bob Brown, says alice@example.com", "Farewell bob@example.com",
        ]);
    }

    [Fact]
    public async Task A_stranger_who_adds_the_bot_hears_nothing_unless_the_route_lets_everyone_in()
    {
        await using var shy = await TestBot.StartAsync(routes => routes.OnAdded(() => "Hello"), cancellationToken: Cancelled);
        await using var open = await TestBot.StartAsync(routes => routes.OnAdded(() => "Hello").Allow(Policy.Everyone), cancellationToken: Cancelled);

        (await SaidAsync(shy.Person(Dave), await shy.Person(Dave).CreateSpaceAsync("Trap", cancellationToken: Cancelled))).ShouldBeEmpty();
        (await SaidAsync(open.Person(Dave), await open.Person(Dave).CreateSpaceAsync("Home", cancellationToken: Cancelled))).ShouldBe(["Hello"]);
    }

    [Fact]
    public async Task What_the_bot_does_itself_is_left_out_unless_asked_for()
    {
        var titles = new List<string>();
        void Define(BotRoutes routes, bool own)
        {
            routes.Command("rename", async Task (string title, BotContext ctx) => await ctx.Spaces.RenameAsync(ctx.Room.Id, title, ctx.Aborted));
            var renamed = routes.OnRoomUpdated((Space space) => titles.Add(space.Title));
            if (own)
                renamed.AlsoOwn();
        }

        foreach (var own in new[] { false, true })
        {
            await using var bot = await TestBot.StartAsync(routes => Define(routes, own), [("Access:Default", "Everyone")], cancellationToken: Cancelled);
            var alice = bot.Person("alice@example.com");
            var room = await alice.CreateSpaceAsync("Garden", cancellationToken: Cancelled);
            await alice.MentionAsync(room, $"rename Bot{own}", cancellationToken: Cancelled);
            await alice.CallAsync(HttpMethod.Put, $"rooms/{room}", new { title = $"Alice{own}" }, Cancelled);
            await bot.QuietAsync(Cancelled);
        }

        titles.ShouldBe(["AliceFalse", "BotTrue", "AliceTrue"]);
    }

    [Fact]
    public async Task Edits_and_deletions_say_which_message()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.Fallback((string text) => text);
            routes.OnMessageEdited((Incoming message) => $"Now: {message.Text}");
            routes.OnMessageDeleted((Incoming message, WebexEvent happened) => $"Gone: {happened.Data.GetProperty("id").GetString() == message.Id.Value}");
        }, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("one", Cancelled);
        var said = (await alice.DirectAsync(Cancelled)).Single(message => message.PersonEmail == "alice@example.com");

        await alice.CallAsync(HttpMethod.Put, $"messages/{said.Id}", new { roomId = said.RoomId, text = "two" }, Cancelled);
        await bot.QuietAsync(Cancelled);
        await alice.CallAsync(HttpMethod.Delete, $"messages/{said.Id}", null, Cancelled);
        await bot.QuietAsync(Cancelled);

        (await SaidAsync(alice, said.RoomId)).ShouldBe(["one", "Now: two", "Gone: True"]);
    }

    [Fact]
    public async Task Being_removed_is_told_and_any_event_can_be_named()
    {
        var seen = new List<string>();
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.OnRemoved((Person by, Room room) => { lock (seen) seen.Add($"removed by {by.Email}"); });
            routes.On("memberships", "updated", (Member who, WebexEvent happened) => { lock (seen) seen.Add($"{happened.Name} {who.Email} {who.IsModerator}"); });
        }, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Garden", ["bob@example.com"], Cancelled);

        await alice.CallAsync(HttpMethod.Put, $"memberships/{await MembershipAsync(alice, room, "bob@example.com")}", new { isModerator = true }, Cancelled);
        await bot.QuietAsync(Cancelled);
        await RemoveAsync(alice, room, TestBot.BotEmail);
        await bot.QuietAsync(Cancelled);

        seen.ShouldContain("updated bob@example.com True");
        seen.ShouldContain("removed by alice@example.com");
    }

    [Fact]
    public async Task Webhooks_follow_from_the_routes_and_go_with_them()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.OnAdded(() => "Hello");
            routes.OnMemberJoined(() => "Welcome");
            routes.OnRoomUpdated(() => { });
        }, cancellationToken: Cancelled);
        (await WebhooksAsync(bot)).ShouldBe(
            ["bothost messages/created", "bothost attachmentActions/created", "bothost memberships/created", "bothost rooms/updated"], ignoreOrder: true);

        await bot.StartAnotherAsync([], Cancelled);

        (await WebhooksAsync(bot)).ShouldBe(["bothost messages/created", "bothost attachmentActions/created"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_event_that_webex_does_not_give_to_bots_silences_nobody()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.Command("ping", () => "pong");
            routes.On("recordings", "created", (WebexEvent happened) => { });
            routes.OnMemberJoined((Member who) => who.DisplayName);
        }, cancellationToken: Cancelled);

        (await bot.Person("alice@example.com").SayAsync("ping", Cancelled)).Single().Text.ShouldBe("pong");
        (await WebhooksAsync(bot)).ShouldBe(["bothost messages/created", "bothost attachmentActions/created", "bothost memberships/created"], ignoreOrder: true);
        bot.Log.ShouldContain(line => line.Message.Contains("refused webhook bothost recordings/created"));
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task A_handler_that_fails_or_hangs_is_a_dead_letter_and_says_nothing()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.OnAdded((Action)(() => throw new FormatException("no")));
            routes.OnMemberJoined(async (CancellationToken aborted) => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted)).Deadline(TimeSpan.FromSeconds(1));
        }, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        var room = await alice.CreateSpaceAsync("Garden", ["bob@example.com"], Cancelled);

        (await SaidAsync(alice, room)).ShouldBeEmpty();
        bot.Log.ShouldContain(line => line.Message.Contains("longer than 00:00:01"));
        bot.ExpectWarnings();
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(TestPerson reader, string room) =>
        [.. (await reader.MessagesAsync(room, Cancelled)).Where(message => message.PersonEmail == TestBot.BotEmail).Select(message => message.Text).Reverse()];

    private static async Task<IReadOnlyList<string>> WebhooksAsync(TestBot bot) =>
        [.. (await bot.Person(TestBot.BotEmail).CallAsync(HttpMethod.Get, "webhooks", null, Cancelled)).GetProperty("items").EnumerateArray()
            .Select(webhook => webhook.GetProperty("name").GetString()!)];

    private static async Task<string> MembershipAsync(TestPerson person, string room, string email) =>
        (await person.CallAsync(HttpMethod.Get, $"memberships?roomId={room}&personEmail={email}", null, Cancelled))
            .GetProperty("items")[0].GetProperty("id").GetString()!;

    private static async Task RemoveAsync(TestPerson person, string room, string email) =>
        await person.CallAsync(HttpMethod.Delete, $"memberships/{await MembershipAsync(person, room, email)}", null, Cancelled);
}
