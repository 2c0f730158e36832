using System.Text.Json;
using BotHost.Access;
using BotHost.Testing;

namespace BotHost.Tests.Agents;

/// <summary>What the tools do at Webex, and what they say where it does not work.</summary>
public sealed class ToolTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_are_posted_read_searched_edited_and_deleted()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        var direct = (await client.CallAsync("webex-create-message", new { toPersonEmail = "alice@example.com", text = "the first of them" })).Data();
        var room = direct.GetProperty("roomId").GetString();

        var reply = (await client.CallAsync("webex-create-thread-reply", new { roomId = room, parentId = direct.Id(), text = "a second" })).Data();
        // A reply's own id is no root; it is found.
        var deeper = (await client.CallAsync("webex-create-thread-reply", new { roomId = room, parentId = reply.Id(), markdown = "a *third*" })).Data();
        deeper.GetProperty("parentId").GetString().ShouldBe(direct.Id());
        var thread = (await client.CallAsync("webex-get-thread", new { roomId = room, parentId = direct.Id() })).Data();
        thread.GetProperty("parent").Id().ShouldBe(direct.Id());
        thread.GetProperty("count").GetInt32().ShouldBe(2);
        (await client.CallAsync("webex-search-messages", new { roomId = room, query = "SECOND" })).Data().GetProperty("messages")[0].Id().ShouldBe(reply.Id());
        (await client.CallAsync("webex-list-direct-messages", new { personEmail = "alice@example.com" })).Data().GetProperty("count").GetInt32().ShouldBe(3);

        (await client.CallAsync("webex-edit-message", new { messageId = direct.Id(), roomId = room, text = "changed" })).Data().GetProperty("text").GetString().ShouldBe("changed");
        (await client.CallAsync("webex-edit-message", new { messageId = direct.Id(), roomId = bench.Room, text = "elsewhere" })).Problem().ShouldContain("not in that space");
        (await client.CallAsync("webex-delete-message", new { messageId = reply.Id() })).Data().GetProperty("deleted").GetBoolean().ShouldBeTrue();
        (await client.CallAsync("webex-get-message", new { messageId = reply.Id() })).Problem().ShouldContain("(404)");
    }

    [Fact]
    public async Task Lists_come_in_parts_that_are_bounded()
    {
        await using var bench = await AgentBench.StartAsync([("Agents:MaxResultBytes", "4096")]);
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        for (var number = 1; number <= 12; number++)
            (await client.CallAsync("webex-create-message", new { toPersonEmail = "alice@example.com", text = $"number {number} {new string('x', 500)}" })).Data();

        var room = (await client.CallAsync("webex-list-direct-messages", new { personEmail = "alice@example.com", max = 1 })).Data().GetProperty("messages")[0].GetProperty("roomId").GetString();
        var (seen, cursor, parts) = (new List<string>(), (string?)null, 0);
        do
        {
            var answer = await client.CallAsync("webex-get-message", new { roomId = room, max = 5, cursor });
            answer.Text().Length.ShouldBeLessThan(4096 + 1024);
            seen.AddRange(answer.Data().GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()!.Split(' ')[1]));
            cursor = answer.Data().TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
            parts++;
        }
        while (cursor is not null);

        seen.ShouldBe(Enumerable.Range(1, 12).Reverse().Select(number => $"{number}"));
        parts.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Spaces_members_teams_people_and_webhooks_too()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());

        var space = (await client.CallAsync("webex-create-space", new { title = "Incident" })).Data();
        (await client.CallAsync("webex-update-space", new { roomId = space.Id(), title = "Incident 7" })).Data().GetProperty("title").GetString().ShouldBe("Incident 7");
        var member = (await client.CallAsync("webex-add-membership", new { roomId = space.Id(), personEmail = "bob@example.com" })).Data();
        (await client.CallAsync("webex-add-membership", new { roomId = space.Id(), personEmail = "bob@example.com" })).Problem().ShouldContain("(409)");
        (await client.CallAsync("webex-get-membership", new { roomId = space.Id() })).Data().GetProperty("count").GetInt32().ShouldBe(2);
        (await client.CallAsync("webex-get-membership", new { membershipId = member.Id() })).Data().GetProperty("personEmail").GetString().ShouldBe("bob@example.com");
        (await client.CallAsync("webex-update-membership", new { membershipId = member.Id(), isModerator = true })).Data().GetProperty("isModerator").GetBoolean().ShouldBeTrue();
        (await client.CallAsync("webex-remove-membership", new { membershipId = member.Id() })).Data();
        (await client.CallAsync("webex-delete-space", new { roomId = space.Id() })).Data();
        (await client.CallAsync("webex-get-space", new { roomId = space.Id() })).Problem().ShouldContain("Check the id");

        var team = (await client.CallAsync("webex-create-team", new { name = "Crew" })).Data();
        (await client.CallAsync("webex-list-teams")).Data().GetProperty("teams")[0].Id().ShouldBe(team.Id());
        var joined = (await client.CallAsync("webex-add-team-membership", new { teamId = team.Id(), personEmail = "carol@example.com" })).Data();
        (await client.CallAsync("webex-list-team-memberships", new { teamId = team.Id() })).Data().GetProperty("count").GetInt32().ShouldBe(2);
        (await client.CallAsync("webex-remove-team-membership", new { membershipId = joined.Id() })).Data();

        var alice = (await client.CallAsync("webex-list-people", new { ids = new[] { bench.Alice.Account.PersonId } })).Data().GetProperty("people")[0];
        (await client.CallAsync("webex-get-person", new { personId = alice.Id() })).Data().GetProperty("displayName").GetString().ShouldBe(alice.GetProperty("displayName").GetString());
        (await client.CallAsync("webex-create-person", new { email = "new@example.com", displayName = "New" })).Problem().ShouldContain("scope spark-admin:people_write");
        (await client.CallAsync("webex-list-events")).Problem().ShouldContain("scope spark-compliance:events_read");

        var webhook = (await client.CallAsync("webex-create-webhook", new { name = "w", targetUrl = "https://example.com", resource = "messages", @event = "created", secret = "a-secret-nobody-reads" })).Data();
        webhook.TryGetProperty("secret", out _).ShouldBeFalse();
        (await client.CallAsync("webex-get-webhook")).Text().ShouldSatisfyAllConditions(text => text.ShouldContain(webhook.Id()), text => text.ShouldNotContain("a-secret-nobody-reads"), text => text.ShouldNotContain(TestBot.WebhookSecret));
        (await client.CallAsync("webex-update-webhook", new { webhookId = webhook.Id(), name = "v", targetUrl = "https://example.com" })).Data().GetProperty("name").GetString().ShouldBe("v");
        (await client.CallAsync("webex-delete-webhook", new { webhookId = webhook.Id() })).Data();
    }

    [Fact]
    public async Task As_a_person_meetings_people_and_events_too()
    {
        // Alice administers her organisation, and is a compliance officer.
        await using var bench = await AgentBench.StartAsync([("Webex:AccessToken", "sim_alice_ccca869e-3319-4970-9c10-2a15f6089ae3")]);
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        var start = bench.Bot.Clock.Now.AddHours(2);

        var meeting = (await client.CallAsync("webex-create-meeting", new { title = "Review", start, duration = 30, invitees = new[] { "bob@example.com" } })).Data();
        meeting.TryGetProperty("hostKey", out _).ShouldBeFalse();
        (await client.CallAsync("webex-list-meetings", new { topic = "rev" })).Data().GetProperty("meetings")[0].Id().ShouldBe(meeting.Id());
        (await client.CallAsync("webex-get-meeting", new { meetingId = meeting.Id() })).Data().GetProperty("title").GetString().ShouldBe("Review");
        var updated = (await client.CallAsync(
            "webex-update-meeting", new { meetingId = meeting.Id(), title = "Review 2", addInvitees = new[] { "carol@example.com" }, removeInvitees = new[] { "bob@example.com", "nobody@example.com" } })).Data();
        updated.GetProperty("title").GetString().ShouldBe("Review 2");
        updated.GetProperty("inviteeErrors")[0].GetProperty("email").GetString().ShouldBe("nobody@example.com");
        (await client.CallAsync("webex-get-meeting-status", new { meetingId = meeting.Id() })).Data().GetProperty("state").GetString().ShouldBe("active");
        (await client.CallAsync("webex-get-meeting-summary", new { meetingId = meeting.Id() })).IsError.ShouldBe(true);
        (await client.CallAsync("webex-list-recordings")).Data().GetProperty("count").GetInt32().ShouldBe(0);
        (await client.CallAsync("webex-list-transcripts")).Data().GetProperty("count").GetInt32().ShouldBe(0);
        (await client.CallAsync("webex-delete-meeting", new { meetingId = meeting.Id() })).Data().GetProperty("deleted").GetBoolean().ShouldBeTrue();
        (await client.CallAsync("webex-create-meeting", new { title = "When?", start })).Problem().ShouldContain("How long");

        (await client.CallAsync("webex-create-person", new { email = "new@example.com", displayName = "New" })).Data().GetProperty("displayName").GetString().ShouldBe("New");
        (await client.CallAsync("webex-list-people", new { displayName = "New" })).Data().GetProperty("count").GetInt32().ShouldBe(1);
        (await client.CallAsync("webex-create-message", new { roomId = bench.Room, text = "seen by officers" })).Data();
        (await client.CallAsync("webex-list-events", new { resource = "messages" })).Text().ShouldContain("seen by officers");
        // A host that runs as a person says so.
        bench.Bot.ExpectWarnings();
    }

    [Fact]
    public async Task Files_go_up_and_down_within_their_limit()
    {
        await using var bench = await AgentBench.StartAsync([("Agents:MaxFileBytes", "1000")]);
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        var bytes = Enumerable.Range(0, 1000).Select(number => (byte)number).ToArray();

        var posted = (await client.CallAsync(
            "webex-upload-file", new { toPersonEmail = "alice@example.com", fileName = "größe.bin", fileContent = Convert.ToBase64String(bytes), text = "here" })).Data();
        var file = posted.GetProperty("files")[0].GetString();
        (await client.CallAsync("webex-get-file-details", new { fileUrl = file })).Data().ShouldSatisfyAllConditions(
            details => details.GetProperty("fileName").GetString().ShouldBe("größe.bin"), details => details.GetProperty("size").GetInt32().ShouldBe(1000));
        var down = await client.CallAsync("webex-download-file", new { fileUrl = file, messageId = posted.Id() });
        Convert.FromBase64String(down.Data().GetProperty("content").GetString()!).ShouldBe(bytes);

        (await client.CallAsync("webex-upload-file", new { toPersonEmail = "alice@example.com", fileName = "a", fileContent = Convert.ToBase64String(new byte[1010]) })).Problem().ShouldContain("larger than 1000 bytes");
        (await client.CallAsync("webex-upload-file", new { toPersonEmail = "alice@example.com", fileName = "a", fileContent = "%%%" })).Problem().ShouldContain("base64");
        (await client.CallAsync("webex-download-file", new { fileUrl = "http://127.0.0.1:1/v1/contents/x" })).Problem().ShouldContain("not the address of a file");
    }

    [Fact]
    public async Task What_is_wrong_with_the_arguments_is_said_so_that_a_model_can_mend_it()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());

        (await client.CallAsync("webex-get-space", new { room = "x" })).Problem().ShouldBe("There is no argument 'room'. This tool takes: roomId, type, teamId, sortBy, max, cursor.");
        (await client.CallAsync("webex-create-space", new { })).Problem().ShouldStartWith("The argument 'title' is missing.");
        (await client.CallAsync("webex-get-space", new { max = "many" })).Problem().ShouldStartWith("The argument 'max' is not of the kind that is expected");
        (await client.CallAsync("webex-get-space", new { type = "secret" })).Problem().ShouldBe("The argument 'type' is none of direct, group. Send one of these.");
        (await client.CallAsync("webex-create-message", new { text = "to nobody" })).Problem().ShouldContain("one destination");
        (await client.CallAsync("webex-create-message", new { roomId = bench.Room, markdown = "&lt;@all>" })).Problem().ShouldContain("escaped");
        (await client.CallAsync("webex-create-message", new { roomId = bench.Room, text = new string('x', 8000) })).Problem().ShouldContain("7439");
        // What a model fills in without having a value counts as left out.
        (await client.CallAsync("webex-get-space", new { roomId = "", type = (string?)null })).Data();
    }

    [Fact]
    public async Task The_host_tells_of_itself_without_a_text()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        await bench.Alice.SayAsync("ping", Cancelled);

        var status = (await client.CallAsync("inbox-status")).Data();
        status.GetProperty("events").GetProperty("handled").GetInt32().ShouldBeGreaterThan(0);
        var deliveries = await client.CallAsync("list-deliveries", new { state = "sent" });
        deliveries.Data().GetProperty("deliveries")[0].GetProperty("state").GetString().ShouldBe("sent");
        deliveries.Text().ShouldNotContain("pong");
    }

    [Fact]
    public async Task What_nobody_knows_is_said_and_written_down_as_that()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        await bench.Bot.Http.PostAsync("/simulator/faults", JsonContent(new { method = "POST", path = "/messages", status = 502, when = "after", count = 1 }), Cancelled);

        (await client.CallAsync("webex-create-message", new { roomId = bench.Room, text = "once" })).Problem().ShouldContain("Look before you do it again");

        bench.Decisions().Single().Outcome!.Outcome.ShouldBe(nameof(AuditOutcome.Unknown));
        (await bench.Alice.MessagesAsync(bench.Room, Cancelled)).Count(message => message.Text == "once").ShouldBe(1);
    }

    private static StringContent JsonContent(object body) => new(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
}
