using System.Net.Http.Headers;
using System.Text;
using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Routes;

/// <summary>Files that come with a message, as a handler's parameters.</summary>
public sealed class FileArgumentTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_bound_and_read_from_webex()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.Command("import", async (string name, AttachedFile sheet, CancellationToken aborted) =>
            {
                using var reader = new StreamReader(await sheet.OpenAsync(aborted));
                return $"{name}: {sheet.Name} {sheet.ContentType} {sheet.Length} {await reader.ReadToEndAsync(aborted)}";
            });
            routes.Command("maybe", (AttachedFile? sheet) => sheet?.Name ?? "none");
            routes.Command("all", (AttachedFile[]? sheets) => $"{sheets?.Length}");
        }, cancellationToken: Cancelled);

        (await AttachAsync(bot, "import plants", "süß.csv", "a,b")).ShouldBe("plants: süß.csv text/csv 3 a,b");
        (await AttachAsync(bot, "maybe", "x.csv", "a")).ShouldBe("x.csv");
        (await AttachAsync(bot, "all", "x.csv", "a")).ShouldBe("1");
        var alice = bot.Person("alice@example.com");
        (await alice.SayAsync("maybe", Cancelled)).Single().Text.ShouldBe("none");
        (await alice.SayAsync("import plants", Cancelled)).Single().Text.ShouldBe("Sheet is missing. Attach a file to the message. Usage: import <name> + a file");
    }

    private static async Task<string> AttachAsync(TestBot bot, string text, string name, string content)
    {
        var alice = bot.Person("alice@example.com");
        var room = (await alice.SayAsync("maybe", Cancelled)).Single().RoomId;
        using var form = new MultipartFormDataContent { { new StringContent(room), "roomId" }, { new StringContent(text), "text" } };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", alice.Account.Token);
        (await bot.Http.SendAsync(request, Cancelled)).EnsureSuccessStatusCode();
        await bot.QuietAsync(Cancelled);
        return (await alice.DirectAsync(Cancelled))[0].Text;
    }
}
