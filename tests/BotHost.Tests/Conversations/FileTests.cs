using System.Net.Http.Headers;
using System.Security.Cryptography;
using BotHost.Testing;

namespace BotHost.Tests.Conversations;

/// <summary>A file to the bot, and back.</summary>
public sealed class FileTests
{
    private static readonly byte[] Picture = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_described_and_comes_back_as_it_was()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        (await SendAsync(bot, "file")).Text.ShouldBe(
            $"name: Größe*1*.png\ntype: image/png\nsize: 200000 bytes\nSHA-256: {Convert.ToHexStringLower(SHA256.HashData(Picture))}");
        var back = await alice.DownloadAsync(await SendAsync(bot, "file back"), cancellationToken: Cancelled);
        (back.Name, back.ContentType).ShouldBe(("Größe*1*.png", "image/png"));
        back.Content.ShouldBe(Picture);
        (await alice.SayAsync("file", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Attach a file");
        (await alice.SayAsync("file back", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Attach a file");
    }

    [Fact]
    public async Task One_larger_than_the_bot_may_post_is_described_and_kept()
    {
        await using var bot = await TestBot.StartAsync(settings: [("Outbox:MaxFileBytes", "199999")], cancellationToken: Cancelled);

        (await SendAsync(bot, "file")).Text.ShouldContain("200000 bytes");
        var refusal = await SendAsync(bot, "file back");

        refusal.Text.ShouldContain("Outbox:MaxFileBytes");
        refusal.Files.ShouldBeEmpty();
    }

    private static async Task<TestMessage> SendAsync(TestBot bot, string words)
    {
        var alice = bot.Person("alice@example.com");
        using var form = new MultipartFormDataContent { { new StringContent(TestBot.BotEmail), "toPersonEmail" }, { new StringContent(words), "text" } };
        form.Add(new ByteArrayContent(Picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "files", "Größe*1*.png");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", alice.Account.Token);
        (await bot.Http.SendAsync(request, Cancelled)).EnsureSuccessStatusCode();
        await bot.QuietAsync(Cancelled);
        return (await alice.DirectAsync(Cancelled))[0];
    }
}
