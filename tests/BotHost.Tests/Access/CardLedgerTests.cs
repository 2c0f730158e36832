using BotHost.Access;
using BotHost.Storage;
using BotHost.Tests.Storage;
using BotHost.Tests.Webex;

namespace BotHost.Tests.Access;

/// <summary>What a press is worth, judged by what was written down when the card was posted.</summary>
public abstract class CardLedgerTests(string provider) : StoreTest(provider)
{
    private static readonly RoomId Room = new("room");
    private static readonly MessageId Message = new("message");
    private static readonly PersonId Asker = new("asker");
    private readonly FakeClock _clock = new();

    private CardLedger Ledger => new(Database, _clock);

    [Theory]
    [InlineData("nonce", "go", "room", "message", "asker", PressResult.Accepted)]
    [InlineData("other", "go", "room", "message", "asker", PressResult.Unknown)]
    [InlineData("NONCE", "go", "room", "message", "asker", PressResult.Unknown)]
    [InlineData("nonce", "Go", "room", "message", "asker", PressResult.Unknown)]
    [InlineData("nonce", "go\nstop", "room", "message", "asker", PressResult.Unknown)]
    [InlineData("nonce", "stop", "room", "message", "asker", PressResult.Accepted)]
    [InlineData("nonce", "go", "elsewhere", "message", "asker", PressResult.Unknown)]
    [InlineData("nonce", "go", "room", "another", "asker", PressResult.Unknown)]
    [InlineData("nonce", "go", "room", "message", "somebody", PressResult.NotYours)]
    internal async Task A_press_counts_with_its_card_in_its_room_by_its_asker(
        string nonce, string submit, string room, string message, string presser, PressResult expected)
    {
        await PostAsync(Asker, isOnce: true);

        (await PressAsync(nonce, submit, new RoomId(room), new MessageId(message), new PersonId(presser), "press")).ShouldBe(expected);
    }

    [Fact]
    public async Task A_press_that_does_not_count_uses_nothing_up()
    {
        await PostAsync(Asker, isOnce: true);
        await PressAsync(presser: "somebody", press: "1");
        await PressAsync(room: "elsewhere", press: "2");

        (await PressAsync(press: "3")).ShouldBe(PressResult.Accepted);
        (await PressAsync(press: "4")).ShouldBe(PressResult.Used);
        (await PressAsync(press: "3")).ShouldBe(PressResult.Accepted, "the press that counted is judged again after a crash");
    }

    [Fact]
    public async Task A_reopened_card_counts_again_but_only_its_own_press_reopens_it()
    {
        await PostAsync(Asker, isOnce: true);
        await PressAsync(press: "1");

        await ReopenAsync("2");
        (await PressAsync(press: "2")).ShouldBe(PressResult.Used);
        await ReopenAsync("1");
        (await PressAsync(press: "2")).ShouldBe(PressResult.Accepted);
    }

    [Fact]
    public async Task A_card_that_is_not_once_counts_for_everybody_again_and_again()
    {
        await PostAsync(asker: null, isOnce: false);

        (await PressAsync(presser: "somebody", press: "1")).ShouldBe(PressResult.Accepted);
        (await PressAsync(presser: "asker", press: "2")).ShouldBe(PressResult.Accepted);
    }

    [Fact]
    public async Task It_expires()
    {
        await PostAsync(Asker, isOnce: false);
        _clock.Advance(TimeSpan.FromDays(1));
        (await PressAsync(press: "1")).ShouldBe(PressResult.Accepted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await PressAsync(press: "2")).ShouldBe(PressResult.Expired);
    }

    [Fact]
    public async Task Of_many_presses_at_once_one_is_accepted()
    {
        await PostAsync(asker: null, isOnce: true);

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => PressAsync(press: $"{i}"))));

        results.Count(r => r == PressResult.Accepted).ShouldBe(1);
        results.Count(r => r == PressResult.Used).ShouldBe(49);
    }

    private Task PostAsync(PersonId? asker, bool isOnce) => WriteAsync(session =>
    {
        CardLedger.Add(session, [("nonce", new PostedCard(
            ["go", "stop"], Room, IsDirect: false, Thread: null, Message: null, asker, isOnce, _clock.GetUtcNow() + TimeSpan.FromDays(1)))]);
        CardLedger.Posted(session, "nonce", Message);
    });

    private Task ReopenAsync(string press) => WriteAsync(session => CardLedger.Reopen(session, "nonce", press));

    private Task WriteAsync(Action<WriteSession> work) => Database.WriteAsync(session =>
    {
        work(session);
        return 0;
    }, cancellationToken: Cancelled);

    private Task<PressResult> PressAsync(string room = "room", string presser = "asker", string press = "press") =>
        PressAsync("nonce", "go", new RoomId(room), Message, new PersonId(presser), press);

    private async Task<PressResult> PressAsync(string nonce, string submit, RoomId room, MessageId message, PersonId presser, string press) =>
        (await Ledger.PressAsync(nonce, submit, room, message, presser, press, isAgain: false, Cancelled)).Result;
}

public sealed class CardLedgerOnSqliteTests() : CardLedgerTests(TestStore.Sqlite);

public sealed class CardLedgerOnPostgreSqlTests() : CardLedgerTests(TestStore.PostgreSql);
