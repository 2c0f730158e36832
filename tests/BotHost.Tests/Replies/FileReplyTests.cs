using System.Text;
using BotHost.Bot;
using BotHost.Testing;
using BotHost.Tests.Outbox;
using BotHost.Tests.Sharing;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Replies;

/// <summary>Files arrive as surely as text, in order, and leave the store when they have.</summary>
public sealed class FileReplyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task Files_arrive_in_order_with_name_type_and_bytes(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await StartAsync(store.Settings);
        var alice = bot.Person("alice@example.com");

        var said = await alice.SayAsync("report", Cancelled);

        said.Select(m => m.Text).ShouldBe(["first", "Your report", ""]);
        var file = await alice.DownloadAsync(said[1], cancellationToken: Cancelled);
        (file.Name, file.ContentType, Encoding.UTF8.GetString(file.Content)).ShouldBe(("Bericht ä.csv", "text/csv", "a;b"));
        (await alice.DownloadAsync(said[2], cancellationToken: Cancelled)).Content.Length.ShouldBe(300_000);
        bot.Effects().ShouldAllBe(effect => effect.State == 2 && effect.File == null && effect.Body == null);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_whose_answer_is_lost_is_there_once()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 502, when = "after", count = 1, skip = 1 });

        var said = await alice.SayAsync("report", Cancelled);

        said.Count(m => m.Files.Count > 0).ShouldBe(2);
        said.Count.ShouldBe(3);
        bot.Effects().Sum(effect => effect.Guesses).ShouldBe(0);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_Webex_could_not_take_is_posted_by_the_next_host()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 503 });
        await alice.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text = "report" }, Cancelled);
        await Crowd.UntilAsync(() => Task.FromResult(bot.Effects().Count >= 3));
        await bot.StopAsync(Cancelled);
        (await bot.Http.DeleteAsync("/simulator/faults", Cancelled)).EnsureSuccessStatusCode();

        await bot.StartAgainAsync(cancellationToken: Cancelled);
        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled)).Count(m => m.Files.Count > 0).ShouldBe(2);
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task A_file_beyond_the_setting_is_refused_where_it_is_sent()
    {
        var refusal = "";
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("report", (BotContext context) =>
            {
                refusal = Should.Throw<ArgumentException>(() => context.Send(Reply.File("a.bin", new byte[11]))).Message;
                return Reply.File("a.bin", new byte[10]);
            }), [("Outbox:MaxFileBytes", "10")], cancellationToken: Cancelled);

        (await bot.Person("alice@example.com").SayAsync("report", Cancelled)).ShouldHaveSingleItem().Files.Count.ShouldBe(1);

        refusal.ShouldContain("Outbox:MaxFileBytes");
    }

    [Fact]
    public async Task What_Webex_would_not_take_is_refused()
    {
        Should.Throw<ArgumentException>(() => Reply.File("../a", new byte[1])).Message.ShouldContain("without a path");
        Should.Throw<ArgumentException>(() => Reply.File("a", new byte[1], "x")).Message.ShouldContain("content type");
        Should.Throw<ArgumentException>(() => Reply.File("a", new byte[1]).With(new Card("x"))).Message.ShouldContain("two replies");
        Should.Throw<ArgumentException>(() => ((Reply)new Card("x")).WithFile("a", new byte[1])).Message.ShouldContain("two replies");
        (await Should.ThrowAsync<ArgumentException>(Reply.FileAsync("a", new Endless(), cancellationToken: Cancelled))).Message.ShouldContain("are allowed");
    }

    private static Task<TestBot> StartAsync(IEnumerable<(string, string?)>? settings = null) => TestBot.StartAsync(
        routes => routes.Command("report", async (BotContext context, CancellationToken ct) =>
        {
            context.Send("first");
            context.Send(Reply.Markdown($"Your **report**").WithFile("Bericht ä.csv", "a;b"u8.ToArray(), "text/csv"));
            return await Reply.FileAsync("big.bin", new MemoryStream(new byte[300_000]), cancellationToken: ct);
        }), [.. Trouble.Hasty, .. settings ?? []], cancellationToken: Cancelled);

    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
