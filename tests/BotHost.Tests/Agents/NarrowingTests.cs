using BotHost.Access;
using BotHost.Agents;

namespace BotHost.Tests.Agents;

/// <summary>What a grant is narrowed to holds on the ways round it, too.</summary>
public sealed class NarrowingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_thread_and_a_reply_are_read_only_where_the_person_may_be_read(bool isRefusal)
    {
        await using var bench = await AgentBench.StartAsync();
        var full = await bench.ConnectAsync(await bench.AddAgentAsync("full"));
        var narrow = await bench.ConnectAsync(isRefusal
            ? await bench.AddAgentAsync("narrow", "messages", "read")
            : await bench.AddAgentAsync("narrow", "messages", "read", ("domains", "example.org")));
        if (isRefusal)
            await bench.OperateAsync("agent grant", ("agent", "narrow"), ("name", "no"), ("resources", "messages"), ("level", "off"), ("domains", "example.com"));
        var first = (await full.CallAsync("webex-create-message", new { toPersonEmail = "alice@example.com", text = "Well?" })).Data();
        var room = first.GetProperty("roomId").GetString()!;
        await bench.Alice.PostAsync(new { roomId = room, text = "between us" }, Cancelled);
        await bench.Bot.QuietAsync(Cancelled);

        var thread = await narrow.CallAsync("webex-get-thread", new { roomId = room, parentId = first.Id() });
        var reply = await narrow.CallAsync("wait-for-reply", new { roomId = room, afterMessageId = first.Id(), timeoutSeconds = 1 });

        thread.Text().ShouldNotContain("Well?");
        reply.Problem().ShouldStartWith("Not allowed");
        (await full.CallAsync("wait-for-reply", new { roomId = room, afterMessageId = first.Id(), timeoutSeconds = 1 })).Text().ShouldContain("between us");
    }

    [Theory]
    [InlineData("messages", true)]
    [InlineData("memberships", true)]
    [InlineData("rooms", false)]
    [InlineData("recordings", false)]
    public async Task A_webhook_is_about_a_space_only_where_webex_takes_that_filter(string resource, bool isAllowed)
    {
        await using var bench = await AgentBench.StartAsync();
        var narrow = await bench.ConnectAsync(await bench.AddAgentAsync("narrow", "webhooks", "use", ("spaces", bench.Room)));

        var made = await narrow.CallAsync("webex-create-webhook", new { name = "w", targetUrl = "https://e.example", resource, @event = "created", filter = $"roomId={bench.Room}" });

        (made.IsError != true).ShouldBe(isAllowed);
        bench.Decisions()[^1].Row.Verdict.ShouldBe(isAllowed ? "Allowed" : "Denied");
    }

    [Fact]
    public async Task What_could_not_be_decided_is_written_down_too()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync("narrow", "messages", "use", ("teams", "team-0123456789abcdef")));
        await bench.Bot.FailAsync(new { method = "GET", path = "/rooms/{roomId}", status = 409 }, Cancelled);
        bench.Bot.ExpectWarnings();

        (await client.CallAsync("webex-create-message", new { roomId = bench.Room, text = "x" })).IsError.ShouldBe(true);

        bench.Decisions().ShouldHaveSingleItem().Row.Reason.ShouldBe("denied: what it is about could not be found out");
    }

    [Fact]
    public async Task The_audit_knows_to_whom_was_written_by_address()
    {
        // Webex finds people by address for their own organisation only.
        await using var bench = await AgentBench.StartAsync([("Webex:AccessToken", "sim_alice_ccca869e-3319-4970-9c10-2a15f6089ae3")]);
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());

        (await client.CallAsync("webex-create-message", new { toPersonEmail = "bob@example.com", text = "Hello" })).Data();

        bench.Decisions().ShouldHaveSingleItem().Details!.Person.ShouldBe(bench.Bot.Person("bob@example.com").Account.PersonId);
        bench.Bot.ExpectWarnings();
    }

    [Fact]
    public async Task Whose_token_does_not_say_who_it_is_has_nobody_in_its_direct_spaces()
    {
        var (cache, room) = (new FactsCache(TimeProvider.System), new RoomId("direct"));
        cache.Set(WebexIdentity.Bot, "me", null);
        cache.Set(WebexIdentity.Bot, "room direct", new BotHost.Webex.Room { Id = room, Type = BotHost.Webex.RoomType.Direct });
        // The first of its members, which may be itself.
        cache.Set(WebexIdentity.Bot, "with direct", new BotHost.Webex.Membership { Id = new MembershipId("m"), RoomId = room, PersonId = new PersonId("itself") });

        var (isDirect, with) = (await new CallFacts(null!, WebexIdentity.Bot, cache).DirectAsync(room, Cancelled))!.Value;

        isDirect.ShouldBeTrue();
        with.ShouldBeNull();
    }

    [Fact]
    public void Calls_are_the_same_only_where_all_of_their_arguments_are()
    {
        var agent = new AgentProfile("triage", WebexIdentity.Bot);
        string[] keys = [.. new[] { """{"a":1,"a":2}""", """{"a":3,"a":2}""", """{"a":2,"a":1}""", """{"a":2}""", """{"a":1}""" }.Select(Of)];

        keys.Distinct().Count().ShouldBe(keys.Length);
        Of("""{"b":1,"a":[{"d":1,"c":2}]}""").ShouldBe(Of("""{ "a": [{"c":2,"d":1}], "b": 1 }"""));
        Of("""{"a":[1,2]}""").ShouldNotBe(Of("""{"a":[2,1]}"""));

        string Of(string json) => CallKey.Of(agent, "webex-create-message", new Dictionary<string, System.Text.Json.JsonElement> { ["card"] = System.Text.Json.JsonElement.Parse(json) });
    }
}
