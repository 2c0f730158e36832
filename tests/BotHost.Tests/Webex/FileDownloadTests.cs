using System.Net;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class FileDownloadTests
{
    private const string Path = "/v1/contents/C1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_read_while_it_still_arrives()
    {
        var goOn = new TaskCompletionSource();
        await using var bench = await WebexBench.StartAsync(new Answer(async context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = 6;
            context.Response.Headers.ContentDisposition = "attachment; filename=\"x.png\"";
            await context.Response.Body.WriteAsync("abc"u8.ToArray(), Stop);
            await context.Response.Body.FlushAsync(Stop);
            await goOn.Task;
            await context.Response.Body.WriteAsync("def"u8.ToArray(), Stop);
        }));
        var buffer = new byte[10];

        await using var file = await bench.Webex.Files.DownloadAsync(bench.Server.Address + Path, cancellationToken: Stop);

        (file.Name, file.ContentType, file.Length).ShouldBe(("x.png", "image/png", 6));
        await file.Content.ReadExactlyAsync(buffer.AsMemory(0, 3), Stop);
        goOn.SetResult();
        (await new StreamReader(file.Content).ReadToEndAsync(Stop)).ShouldBe("def");
        bench.Only.Line.ShouldBe($"GET {Path}");
        bench.Only.Headers.Authorization.ToString().ShouldBe($"Bearer {WebexBench.Token}");
    }

    [Fact]
    public async Task A_file_may_be_larger_than_any_other_answer()
    {
        const int size = 65 * 1024 * 1024;
        await using var bench = await WebexBench.StartAsync(new Answer(async context =>
        {
            for (var sent = 0; sent < size; sent += 1024 * 1024)
                await context.Response.Body.WriteAsync(new byte[1024 * 1024], Stop);
        }));

        await using var file = await bench.Webex.Files.DownloadAsync(bench.Server.Address + Path, cancellationToken: Stop);

        var buffer = new byte[81920];
        var received = 0;
        while (await file.Content.ReadAsync(buffer, Stop) is var read and > 0)
            received += read;
        received.ShouldBe(size);
        file.Length.ShouldBeNull();
    }

    [Fact]
    public async Task Details_come_without_the_bytes()
    {
        await using var bench = await WebexBench.StartAsync(new Answer(context =>
        {
            context.Response.ContentType = "application/pdf";
            context.Response.ContentLength = 1234;
            context.Response.Headers.ContentDisposition = "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf";
            return Task.CompletedTask;
        }));

        var details = await bench.Webex.Files.GetDetailsAsync(bench.Server.Address + Path, cancellationToken: Stop);

        details.ShouldBe(new FileDetails("Größe.pdf", "application/pdf", 1234));
        bench.Only.Line.ShouldBe($"HEAD {Path}");
    }

    [Theory]
    [InlineData("https://evil.example/v1/contents/C1")]
    [InlineData("{root}/v1/people/me")]
    [InlineData("{root}/v1/contents")]
    [InlineData("{root}/v1/contents/C1/more")]
    [InlineData("{root}/v1/contents/../people")]
    [InlineData("{root}/v1/contents/%2e%2e/people/me")]
    [InlineData("{root}/v2/contents/C1")]
    [InlineData("{root}:1/v1/contents/C1")]
    [InlineData("/v1/contents/C1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("C1")]
    [InlineData("")]
    public async Task Nothing_but_a_file_of_the_API_is_called(string address)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(200));
        var elsewhere = address.Replace("{root}", bench.Server.Address, StringComparison.Ordinal);

        await Should.ThrowAsync<ArgumentException>(() => bench.Webex.Files.DownloadAsync(elsewhere, cancellationToken: Stop));
        await Should.ThrowAsync<ArgumentException>(() => bench.Webex.Files.GetDetailsAsync(elsewhere, cancellationToken: Stop));

        bench.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(302).With("Location", "http://127.0.0.1:1/secret"));

        (await Should.ThrowAsync<WebexException>(() => DownloadAsync(bench))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task While_it_is_scanned_it_is_waited_for()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(423).With("Retry-After", "5"), Answer.Body("abc", "text/plain", 200));

        var download = DownloadAsync(bench);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(5));
        bench.Clock.Advance(TimeSpan.FromSeconds(5));

        await using var file = await download;
        (await new StreamReader(file.Content).ReadToEndAsync(Stop)).ShouldBe("abc");
    }

    [Theory]
    [InlineData(423, nameof(FileProblem.BeingScanned), "Try again later")]
    [InlineData(410, nameof(FileProblem.Gone), "malware was found")]
    [InlineData(428, nameof(FileProblem.Unscannable), "allowUnscannable")]
    public async Task What_stands_in_the_way_is_told_apart(int status, string problem, string advice)
    {
        var impatient = new Dictionary<string, string?> { ["Webex:MaxWait"] = "00:00:05" };
        await using var bench = await WebexBench.StartAsync(impatient, Answer.Json("""{"message":"No."}""", status).With("Retry-After", "30"));

        var refused = await Should.ThrowAsync<WebexException>(() => DownloadAsync(bench));

        refused.FileProblem.ShouldBe(Enum.Parse<FileProblem>(problem));
        refused.Message.ShouldContain(advice);
        ((int)refused.Status!).ShouldBe(status);
    }

    [Fact]
    public async Task An_unscannable_file_is_taken_only_when_the_caller_says_so()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(428), Answer.Body("abc", "text/plain", 200));

        await Should.ThrowAsync<WebexException>(() => DownloadAsync(bench));
        await using var file = await bench.Webex.Files.DownloadAsync(bench.Server.Address + Path, allowUnscannable: true, Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe([$"GET {Path}", $"GET {Path}?allow=unscannable"]);
    }

    [Fact]
    public async Task A_transfer_that_breaks_off_is_an_error()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Truncated("abc"));

        await using var file = await DownloadAsync(bench);

        await Should.ThrowAsync<IOException>(() => file.Content.CopyToAsync(Stream.Null, Stop));
    }

    [Fact]
    public async Task A_transfer_that_stands_still_is_an_error()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Stalled("abc"));
        await using var file = await DownloadAsync(bench);
        await file.Content.ReadExactlyAsync(new byte[3], Stop);

        var stuck = file.Content.ReadAsync(new byte[3], Stop).AsTask();
        bench.Clock.Advance(TimeSpan.FromSeconds(29.9));
        stuck.IsCompleted.ShouldBeFalse();
        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));

        (await Should.ThrowAsync<IOException>(() => stuck)).Message.ShouldContain("Webex:Timeout");
    }

    [Fact]
    public async Task More_than_a_file_can_be_is_not_read_to_its_end()
    {
        await using var endless = new DownloadStream(new Endless(), TimeSpan.FromSeconds(30), new FakeClock());

        (await Should.ThrowAsync<IOException>(() => endless.CopyToAsync(Stream.Null, Stop))).Message.ShouldContain("more than");
    }

    private static Task<FileDownload> DownloadAsync(WebexBench bench) =>
        bench.Webex.Files.DownloadAsync(bench.Server.Address + Path, cancellationToken: Stop);

    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(buffer.Length);
    }
}
