using System.Net;
using System.Text;
using System.Text.Json;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class FileUploadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_travels_in_a_part_of_its_own_beside_the_fields()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));
        using var content = new MemoryStream("xxxthe bytes"u8.ToArray()) { Position = 3 };
        var message = new NewMessage
        {
            RoomId = new RoomId("R1"),
            ParentId = new MessageId("S0"),
            Markdown = "**Größe**",
            File = new FileUpload("Größe \"1\" 文.txt", content, "text/plain"),
            Attachments = [Attachment.Card(JsonElement.Parse("{}"))],
        };

        await bench.Webex.Messages.CreateAsync(message, Stop);

        var boundary = bench.Only.Headers.ContentType.ToString().Split("boundary=")[1].Trim('"');
        var parts = bench.Only.Body.Split($"--{boundary}").Select(part => part.Trim()).ToArray();
        bench.Only.Line.ShouldBe("POST /v1/messages");
        bench.Only.Headers.ContentType.ToString().ShouldStartWith("multipart/form-data; ");
        bench.Only.Headers.ContentLength.ShouldBe(Encoding.UTF8.GetByteCount(bench.Only.Body));
        parts.Length.ShouldBe(7);
        Part("roomId").ShouldEndWith("\r\n\r\nR1");
        Part("parentId").ShouldEndWith("\r\n\r\nS0");
        Part("markdown").ShouldEndWith("\r\n\r\n**Größe**");
        Part("attachments").ShouldEndWith("""[{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]""");
        Part("files").ShouldContain("""filename="Größe %221%22 文.txt" """.Trim());
        Part("files").ShouldContain("Content-Type: text/plain");
        Part("files").ShouldEndWith("\r\n\r\nthe bytes");
        content.CanRead.ShouldBeTrue();

        string Part(string name) => parts.Single(part => part.Contains($"name=\"{name}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(423)]
    public async Task What_can_be_rewound_is_sent_again_whole_and_what_cannot_is_not(int status)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(status).With("Retry-After", "2"), Answer.Json(Samples.Message));

        var again = bench.Webex.Messages.CreateAsync(To(new MemoryStream("bytes"u8.ToArray())), Stop);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(2));
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        await again;
        bench.Server.Requests.Count.ShouldBe(2);
        bench.Server.Requests[1].Body.ShouldBe(bench.Server.Requests[0].Body);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        bench.Server.Script(Answer.Status(status).With("Retry-After", "2"), Answer.Json(Samples.Message));
        var once = await Should.ThrowAsync<WebexException>(() => bench.Webex.Messages.CreateAsync(To(new Trickle("by", "tes")), Stop));
        (once.Status, once.RetryAfter, once.IsAmbiguous).ShouldBe(((HttpStatusCode)status, TimeSpan.FromSeconds(2), false));
        bench.Server.Requests.Count.ShouldBe(3);
        bench.Server.Requests[2].Body.ShouldContain("bytes");
        bench.Server.Requests[2].Headers.ContentLength.ShouldBeNull();
    }

    [Fact]
    public async Task A_slow_upload_may_take_as_long_as_it_moves()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));
        var slow = new Trickle("a", "b", "c", "d", "e") { BeforeEach = () => bench.Clock.Advance(TimeSpan.FromSeconds(20)) };

        await bench.Webex.Messages.CreateAsync(To(slow), Stop);

        bench.Only.Body.ShouldContain("abcde");
    }

    [Fact]
    public async Task An_upload_that_stands_still_is_given_up()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));
        var stuck = new Trickle("a", "b") { BeforeEach = () => bench.Clock.Advance(TimeSpan.FromSeconds(31)) };

        var failed = await Should.ThrowAsync<WebexException>(() => bench.Webex.Messages.CreateAsync(To(stuck), Stop));

        failed.IsAmbiguous.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_too_large_or_has_no_proper_name_never_leaves()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));
        (FileUpload File, string Advice)[] wrong =
        [
            (new FileUpload("a.bin", new Trickle()) { Length = MessageLimits.FileBytes + 1 }, "Split it"),
            (new FileUpload("../a.bin", Stream.Null), "without a path"),
            (new FileUpload("a\r\nb", Stream.Null), "without a path"),
            (new FileUpload(" ", Stream.Null), "Set Name"),
            (new FileUpload("a.bin", Stream.Null, "nonsense"), "Set ContentType"),
        ];

        foreach (var (file, advice) in wrong)
            (await Should.ThrowAsync<ArgumentException>(() => bench.Webex.Messages.CreateAsync(To(file), Stop))).Message.ShouldContain(advice);
        var two = new NewMessage { RoomId = new RoomId("R1"), File = new FileUpload("a", Stream.Null), Files = ["https://f.example/a"] };
        Should.Throw<ArgumentException>(two.Check).Message.ShouldContain("either File or Files");
        bench.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_turns_out_too_large_is_broken_off()
    {
        var piece = new string('x', 80_000);
        var content = new FileContent(new FileUpload("a.bin", new Trickle([.. Enumerable.Repeat(piece, 1400)])));

        (await Should.ThrowAsync<ArgumentException>(() => content.CopyToAsync(Stream.Null, Stop))).Message.ShouldContain("Split it");
    }

    [Fact]
    public async Task A_mistake_of_the_callers_stream_is_the_callers()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));
        var broken = new Trickle("a", "b") { BeforeEach = () => throw new ArgumentException("broken stream") };

        (await Should.ThrowAsync<ArgumentException>(() => bench.Webex.Messages.CreateAsync(To(broken), Stop))).Message.ShouldBe("broken stream");
    }

    private static NewMessage To(Stream content) => To(new FileUpload("a.bin", content));

    private static NewMessage To(FileUpload file) => new() { RoomId = new RoomId("R1"), File = file };

    /// <summary>Gives one piece a read and cannot be rewound.</summary>
    private sealed class Trickle(params string[] pieces) : MemoryStream
    {
        private int given;

        public Action? BeforeEach { get; init; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (given == pieces.Length)
                return new(0);

            BeforeEach?.Invoke();
            return new(Encoding.UTF8.GetBytes(pieces[given++], buffer.Span));
        }
    }
}
