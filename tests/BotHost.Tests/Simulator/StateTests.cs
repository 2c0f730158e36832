using Microsoft.Extensions.Options;
using WebexSimulator;

namespace BotHost.Tests.Simulator;

public sealed class StateTests : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory();

    private string File => Path.Combine(_folder.FullName, "state.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Everything_is_there_again_after_a_restart()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        string[] before;
        string room, message;
        await using (var webex = await StartAsync())
        {
            room = await webex.RoomAsync(webex.Alice, webex.Bob);
            message = await webex.Alice.SayAsync(room, "**first**");
            (await webex.Bob.PostAsync("messages", new { roomId = room, parentId = message, text = "a reply" })).Ok();
            (await webex.Alice.PostAsync("messages", new { toPersonEmail = "invited@example.org", text = "hello" })).Ok();
            await webex.Alice.PostAsync("messages", new { toPersonEmail = webex.Bob.Email, text = "hello" });
            await receiver.RegisterAsync(webex.Alice, "messages", "created", $"roomId={room}", "s3cr3t");
            before = await ReadAsync(webex, room);
            await webex.StopAsync();
        }
        await receiver.DisposeAsync();

        await using var again = await StartAsync();
        (await ReadAsync(again, room)).ShouldBe(before);
        var next = await again.Bob.SayAsync(room, "next");
        (await again.Alice.GetAsync($"messages?roomId={room}")).Ok().Items.Select(item => item.GetProperty("id").GetString()).First().ShouldBe(next);
        (await again.Alice.PostAsync("messages", new { toPersonEmail = "invited@example.org", text = "again" })).Ok();
        (await again.Alice.GetAsync("rooms?type=direct")).Ok().Items.Count.ShouldBe(2);
        await again.QuietAsync();
        (await again.LedgerAsync("?kind=delivery")).ShouldHaveSingleItem().GetProperty("delivery").GetProperty("dataId").GetString().ShouldBe(next);
    }

    [Theory]
    [InlineData("{", "1", "damaged")]
    [InlineData("", "1", "damaged")]
    [InlineData("""{"seed":1,"people":[],"rooms":[],"actions":[],"webhooks":null}""", "1", "damaged")]
    [InlineData("""{"seed":1,"people":[],"rooms":[],"actions":[],"webhooks":[]}""", "2", "Simulator:Seed=1")]
    public void A_file_that_cannot_be_used_says_why(string content, string seed, string why)
    {
        System.IO.File.WriteAllText(File, content);
        Should.Throw<OptionsValidationException>(() => SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0", $"--Simulator:State={File}", $"--Simulator:Seed={seed}"]))
            .Message.ShouldContain(why);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Should.Throw<OptionsValidationException>(() => SimulatorApp.Build([$"--Simulator:State={File}/x/y"])).Message.ShouldContain("no such folder");

    [Fact]
    public async Task Reset_leaves_the_accounts_only()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Faults", """[{"id":"start","path":"/rooms","method":"DELETE","status":500}]"""));
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        await webex.Alice.SayAsync(await webex.RoomAsync(webex.Alice), "x");
        await webex.FaultAsync(new { status = 500 });
        await webex.ClockAsync(new { run = false, advance = "10:00:00" });
        await webex.ControlAsync(HttpMethod.Post, "reset");
        (await webex.LedgerAsync()).ShouldBeEmpty();
        (await webex.Alice.GetAsync("rooms")).Ok().Items.ShouldBeEmpty();
        (await webex.Alice.GetAsync("webhooks")).Ok().Items.ShouldBeEmpty();
        (await webex.ControlAsync(HttpMethod.Get, "faults")).Body.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await webex.ControlAsync(HttpMethod.Get, "clock")).Body.GetProperty("isRunning").GetBoolean().ShouldBeTrue();
    }

    private Task<LocalWebex> StartAsync() => LocalWebex.StartAsync(null, ("Simulator:State", File));

    private static async Task<string[]> ReadAsync(LocalWebex webex, string room) =>
    [
        (await webex.Alice.GetAsync("rooms")).Ok().Body.GetRawText(),
        (await webex.Alice.GetAsync($"messages?roomId={room}")).Ok().Body.GetRawText(),
        (await webex.Alice.GetAsync($"memberships?roomId={room}")).Ok().Body.GetRawText(),
        (await webex.Alice.GetAsync("webhooks")).Ok().Body.GetRawText(),
    ];
}
