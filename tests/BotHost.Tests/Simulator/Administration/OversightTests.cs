namespace BotHost.Tests.Simulator.Administration;

/// <summary>What a compliance officer sees and does in rooms he is not in.</summary>
public sealed class OversightTests
{
    [Fact]
    public async Task An_officer_reads_what_is_said_in_the_organisation_and_deletes_it()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Bob.PostAsync("rooms", new { title = "Growers" })).Ok().Text("id");
        (await webex.Bob.PostAsync("memberships", new { roomId = room, personEmail = "carol@example.com" })).Ok();
        var said = await webex.Bob.SayAsync(room, "Trees");
        var direct = (await webex.Bob.PostAsync("messages", new { toPersonEmail = "carol@example.com", text = "Psst" })).Ok();

        (await webex.Alice.GetAsync($"rooms/{room}")).Ok().Text("title").ShouldBe("Growers");
        (await webex.Alice.GetAsync($"rooms/{direct.Text("roomId")}")).Ok().Text("title").ShouldBe("Empty Title");
        (await webex.Alice.GetAsync("rooms")).Ok().Items.ShouldBeEmpty("She is in none of them.");
        (await webex.Alice.GetAsync($"memberships?roomId={room}")).Ok().Items.Count.ShouldBe(2);
        (await webex.Alice.GetAsync($"messages?roomId={room}")).Ok().Items.ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("Trees");
        (await webex.Alice.GetAsync($"messages/{direct.Text("id")}")).Ok().Text("text").ShouldBe("Psst");

        (await webex.Alice.PutAsync($"messages/{said}", new { roomId = room, text = "Bushes" })).Refused(404);
        (await webex.Alice.PostAsync("messages", new { roomId = room, text = "I see you" })).Refused(404);
        (await webex.Alice.DeleteAsync($"messages/{said}")).Deleted();
        (await webex.Bob.GetAsync($"messages/{said}")).Refused(404);
    }

    [Fact]
    public async Task What_the_token_does_not_carry_and_what_belongs_to_others_stays_unseen()
    {
        await using var webex = await LocalWebex.StartAsync();
        var (bobs, daves) = ((await webex.Bob.PostAsync("rooms", new { title = "Growers" })).Ok().Text("id"), (await webex.Dave.PostAsync("rooms", new { title = "Elsewhere" })).Ok().Text("id"));
        var said = await webex.Bob.SayAsync(bobs, "Trees");
        var other = await webex.MintAsync(webex.Alice, ["spark:messages_read", "spark:messages_write", "spark:rooms_read", "spark-compliance:events_read"]);

        (await other.GetAsync($"rooms/{bobs}")).Refused(404);
        (await other.GetAsync($"messages/{said}")).Refused(404);
        (await other.DeleteAsync($"messages/{said}")).Refused(404);
        (await webex.Alice.GetAsync($"rooms/{daves}")).Refused(404);
        (await webex.Alice.GetAsync($"messages?roomId={daves}")).Refused(404);
    }
}
