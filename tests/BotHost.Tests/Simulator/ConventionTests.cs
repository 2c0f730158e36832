using System.Text;

namespace BotHost.Tests.Simulator;

public sealed class ConventionTests
{
    private const string NoToken = "The request requires a valid access token set in the Authorization request header.";
    private const string Malformed = "The request could not be understood by the server due to malformed syntax.";

    [Theory]
    [InlineData("people/me")]
    [InlineData("rooms")]
    [InlineData("nowhere")]
    public async Task Without_a_token_nothing_is_answered(string path)
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Nobody.GetAsync(path)).Refused(401, NoToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/{path}") { Headers = { Authorization = new("Bearer", "sim_mallory") } };
        ((int)(await webex.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode).ShouldBe(401);
    }

    [Fact]
    public async Task Answers_and_refusals_look_as_those_of_webex()
    {
        await using var webex = await LocalWebex.StartAsync();
        var answer = await webex.Alice.GetAsync("people/me");
        answer.ContentType.ShouldBe("application/json;charset=UTF-8");
        answer.Headers["trackingid"].ShouldMatch("^ROUTERGW_[0-9a-f-]{36}$");

        var refusal = await webex.Alice.GetAsync("rooms/Y2lzY29zcGFyazovL3VzL1JPT00vYmJjZWIxYWQtNDNmMS0zYjU4LTkxNDctZjE0YmIwYzRkMTU0");
        refusal.Refused(404, "The requested resource could not be found.");
        refusal.ContentType.ShouldBe("application/json;charset=UTF-8");
        refusal.Body.GetProperty("errors")[0].GetProperty("description").GetString().ShouldBe(refusal.Text("message"));
        refusal.Text("trackingId").ShouldBe(refusal.Headers["trackingid"]);
    }

    [Fact]
    public async Task The_accounts_are_stable_from_run_to_run()
    {
        await using var one = await LocalWebex.StartAsync();
        await using var same = await LocalWebex.StartAsync();
        await using var other = await LocalWebex.StartAsync(null, ("Simulator:Seed", "7"));
        same.Alice.Token.ShouldBe(one.Alice.Token);
        same.Alice.Id.ShouldBe(one.Alice.Id);
        other.Alice.Token.ShouldNotBe(one.Alice.Token);
        one.Alice.Token.ShouldMatch("^sim_alice_[0-9a-f-]{36}$");
        one.Bot.Token.ShouldMatch("^sim_bothost_[0-9a-f-]{36}$");
        one.Alice.OrgId.ShouldNotBe(one.Dave.OrgId);
        one.Bot.OrgId.ShouldBe("Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi9jb25zdW1lcg");
    }

    [Fact]
    public async Task A_trailing_slash_and_what_nobody_asked_for_are_accepted()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Alice.GetAsync($"people/?id={webex.Bot.Id}&showAllTypes=false")).Ok().Items.Count.ShouldBe(1);
        (await webex.Alice.PostAsync("rooms/", new { title = "Orchard", colour = "green", id = "mine" })).Ok().Text("id").ShouldNotBe("mine");
    }

    [Fact]
    public async Task Unknown_paths_and_methods_are_refused()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Alice.GetAsync("nowhere")).Refused(404, "The requested resource could not be found.");
        (await webex.Alice.DeleteAsync("rooms")).Refused(405);
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("hello", "text/plain")]
    [InlineData("{\"title\":5}", "application/json")]
    [InlineData("{\"title\":\"\\ud800\"}", "application/json")]
    [InlineData("{\"title\":\"x\",\"isLocked\":\"perhaps\"}", "application/json")]
    public async Task A_body_that_cannot_be_read_is_400(string body, string type)
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Alice.SendAsync(HttpMethod.Post, "rooms", new StringContent(body, Encoding.UTF8, type))).Refused(400, Malformed);
    }

    [Fact]
    public async Task A_body_that_is_not_utf8_is_400()
    {
        await using var webex = await LocalWebex.StartAsync();
        var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}']) { Headers = { ContentType = new("application/json") } };
        (await webex.Alice.SendAsync(HttpMethod.Post, "rooms", content)).Refused(400, Malformed);
    }

    [Fact]
    public async Task Messages_may_come_as_a_form()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var form = new FormUrlEncodedContent([new("roomId", room), new("text", "über & <all>")]);
        (await webex.Alice.SendAsync(HttpMethod.Post, "messages", form)).Ok().Text("text").ShouldBe("über & <all>");
    }

    [Fact]
    public async Task Ids_may_be_bare_uuids()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var bare = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(room)).Split('/')[^1];
        (await webex.Alice.GetAsync($"rooms/{bare}")).Ok().Text("id").ShouldBe(room);
    }

    [Fact]
    public async Task A_malformed_id_is_unknown_or_as_in_2018_an_error()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Alice.GetAsync("rooms/!!")).Refused(404);
        await using var old = await LocalWebex.StartAsync(null, ("Simulator:Switches:MalformedIdIsBadRequest", "true"));
        (await old.Alice.GetAsync("rooms/!!")).Refused(400, "Expect base64 ID or UUID.");
    }
}
