using System.Net.Http.Json;
using System.Text;

namespace BotHost.Tests.Simulator;

public sealed class FilesTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 200_000).Select(number => (byte)number)];

    [Fact]
    public async Task An_uploaded_file_comes_back_as_it_was()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        var message = (await webex.Alice.UploadAsync(room, "tree.png", Bytes)).Ok();
        message.Has("text").ShouldBeFalse();
        var url = message.Texts("files").ShouldHaveSingleItem();
        url.ShouldStartWith($"{webex.Http.BaseAddress}v1/contents/");
        (await webex.Bob.GetAsync($"messages/{message.Text("id")}")).Ok().Texts("files").ShouldBe([url]);

        using var file = await webex.DownloadAsync(webex.Bob, url);
        (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Bytes);
        file.Content.Headers.ContentType!.ToString().ShouldBe("image/png");
        file.Content.Headers.ContentLength.ShouldBe(Bytes.Length);
        file.Content.Headers.NonValidated["Content-Disposition"].ToString().ShouldBe("attachment; filename=\"tree.png\"");
        file.Headers.CacheControl!.ToString().ShouldBe("no-cache");

        using var head = await webex.DownloadAsync(webex.Bob, url, HttpMethod.Head);
        head.Content.Headers.ContentLength.ShouldBe(Bytes.Length);
    }

    [Theory]
    [InlineData("Übersicht €.pdf", "Übersicht €.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\plan.doc", "plan.doc")]
    public async Task A_name_survives_without_its_folders(string sent, string kept)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var url = (await webex.Alice.UploadAsync(room, sent, [1])).Ok().Texts("files").Single();
        using var file = await webex.DownloadAsync(webex.Alice, url);
        var disposition = file.Content.Headers.ContentDisposition!;
        (disposition.FileNameStar ?? disposition.FileName!.Trim('"')).ShouldBe(kept);
    }

    [Fact]
    public async Task By_a_switch_the_name_is_raw_utf8()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Switches:FileNamesAreRawUtf8", "true"));
        var room = await webex.RoomAsync(webex.Alice);
        var url = (await webex.Alice.UploadAsync(room, "ü.txt", [1])).Ok().Texts("files").Single();
        using var file = await webex.DownloadAsync(webex.Alice, url);
        var latin = file.Content.Headers.NonValidated["Content-Disposition"].ToString();
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin)).ShouldBe("attachment; filename=\"ü.txt\"");
    }

    [Fact]
    public async Task A_file_is_fetched_from_this_machine_and_from_nowhere_else()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var address = $"{webex.Http.BaseAddress}simulator/accounts";
        var url = (await webex.Alice.PostAsync("messages", new { roomId = room, text = "look", files = new[] { address } })).Ok().Texts("files").Single();
        using var file = await webex.DownloadAsync(webex.Alice, url);
        file.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("accounts");
        (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(webex.Bob.Email);

        (await webex.Alice.PostAsync("messages", new { roomId = room, files = new[] { "http://files.example/a.png" } }))
            .Refused(400, "This simulator fetches files from its own machine only: allow 'files.example' with Simulator:Files:AllowedHosts.");
        (await webex.Alice.PostAsync("messages", new { roomId = room, files = new[] { $"{webex.Http.BaseAddress}nothing" } })).Refused(400);
        (await webex.Alice.PostAsync("messages", new { roomId = room, files = new[] { "file:///etc/passwd" } })).Refused(400);
        (await webex.Alice.PostAsync("messages", new { roomId = room, files = new[] { "http://127.0.0.1:1/" } })).Refused(400);
    }

    [Fact]
    public async Task One_file_no_longer_than_allowed_and_no_card_beside_it()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Files:MaxBytes", "1000"));
        var room = await webex.RoomAsync(webex.Alice);
        (await webex.Alice.UploadAsync(room, "a", new byte[1000])).Ok();
        (await webex.Alice.UploadAsync(room, "a", new byte[1001])).Refused(400, "Unable to post message to room: \"The request payload is too big\"");
        (await webex.Alice.SendAsync(HttpMethod.Post, "messages", Uploads.Form(room, "two", ("a", [1], "image/png"), ("b", [2], "image/png")))).Refused(400);
        (await webex.Alice.PostAsync("messages", new { roomId = room, files = new[] { "http://127.0.0.1/a", "http://127.0.0.1/b" } })).Refused(400);

        var card = new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard" } };
        var both = new { roomId = room, files = new[] { $"{webex.Http.BaseAddress}" }, attachments = new[] { card } };
        (await webex.Alice.PostAsync("messages", both)).Refused(400);
        await using var lenient = await LocalWebex.StartAsync(null, ("Simulator:Switches:FileWithCardIsAllowed", "true"));
        var other = await lenient.RoomAsync(lenient.Alice);
        (await lenient.Alice.PostAsync("messages", both with { roomId = other })).Ok().Has("attachments").ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_does_not_see_the_message_does_not_see_the_file()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob, webex.Bot);
        var message = (await webex.Alice.UploadAsync(room, "a.txt", [1], "text/plain", "mine")).Ok();
        var url = message.Texts("files").Single();
        (await webex.Nobody.GetAsync(url)).Refused(401);
        (await webex.Carol.GetAsync(url)).Refused(404);
        (await webex.Bot.GetAsync(url)).Refused(403, "Failed to get activity.");
        (await webex.Alice.GetAsync("contents/unknown")).Refused(404, "The requested resource could not be found.");
        (await webex.Alice.DeleteAsync($"messages/{message.Text("id")}")).Deleted();
        (await webex.Bob.GetAsync(url)).Refused(404, "The requested resource could not be found.");
    }

    [Fact]
    public async Task A_message_with_a_file_is_not_edited()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var id = (await webex.Alice.UploadAsync(room, "a.txt", [1], text: "one")).Ok().Text("id");
        (await webex.Alice.PutAsync($"messages/{id}", new { roomId = room, text = "two" })).Refused(400);
    }

    [Fact]
    public async Task The_malware_scanner_is_met_by_name()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var room = await webex.RoomAsync(webex.Alice);

        var scanning = await UrlAsync("scanning.pdf");
        var locked = await webex.Alice.GetAsync(scanning);
        locked.Refused(423);
        locked.Headers["Retry-After"].ShouldBe("5");
        clock.Advance(TimeSpan.FromSeconds(5));
        using (var clean = await webex.DownloadAsync(webex.Alice, scanning)) clean.EnsureSuccessStatusCode();

        (await webex.Alice.GetAsync(await UrlAsync("infected.exe"))).Refused(410);
        var unscannable = await UrlAsync("unscannable.zip");
        (await webex.Alice.GetAsync(unscannable)).Refused(428);
        using var allowed = await webex.DownloadAsync(webex.Alice, $"{unscannable}?allow=unscannable");
        allowed.EnsureSuccessStatusCode();

        async Task<string> UrlAsync(string name) => (await webex.Alice.UploadAsync(room, name, [1])).Ok().Texts("files").Single();
    }

    [Theory]
    [InlineData("scanning", 423)]
    [InlineData("infected", 410)]
    [InlineData("unscannable", 428)]
    public async Task The_malware_scanner_is_met_by_a_control(string state, int status)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var url = (await webex.Alice.UploadAsync(room, "a.txt", [1])).Ok().Texts("files").Single();
        var control = $"/simulator/files/{url.Split('/')[^1]}";
        using var set = await webex.Http.PutAsJsonAsync(control, new { state, seconds = 60 }, TestContext.Current.CancellationToken);
        set.EnsureSuccessStatusCode();
        (await webex.Alice.GetAsync(url)).Refused(status);
        using var wrong = await webex.Http.PutAsJsonAsync(control, new { state = "tasty" }, TestContext.Current.CancellationToken);
        ((int)wrong.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Webhooks_tell_messages_with_files()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "messages", "created", "hasFiles=true");
        var room = await webex.RoomAsync(webex.Alice);
        await webex.Alice.SayAsync(room, "none");
        var id = (await webex.Alice.UploadAsync(room, "a.txt", [1])).Ok().Text("id");
        (await receiver.AllAsync(webex)).ShouldHaveSingleItem().Data.GetProperty("id").GetString().ShouldBe(id);
    }
}
