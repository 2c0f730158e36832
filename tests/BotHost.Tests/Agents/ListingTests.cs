using System.Buffers.Text;
using System.Text.Json;
using BotHost.Identities;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;

namespace BotHost.Tests.Agents;

/// <summary>Lists that go on where the last answer ended, while what is listed changes.</summary>
public sealed class ListingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task What_is_added_and_removed_meanwhile_has_nothing_passed_over_or_shown_twice()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        // More than a page of Webex's, so that the cursor is within the first, and then within the second.
        List<string> ids = [bench.Room];
        for (var number = 1; number < 14; number++)
            ids.Add(await CreateAsync(client, $"{number}"));

        var (seen, cursor, added) = (new List<string>(), (string?)null, 0);
        do
        {
            var data = (await client.CallAsync("webex-get-space", new { max = 4, cursor })).Data();
            seen.AddRange(data.GetProperty("spaces").EnumerateArray().Select(space => space.Id()));
            cursor = data.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
            // Both move what has not been shown yet: one comes before it, one that was shown goes.
            if (added++ < 2)
                await CreateAsync(client, "new");
            else if (cursor is not null)
                (await client.CallAsync("webex-delete-space", new { roomId = seen[0] })).Data();
        }
        while (cursor is not null);

        seen.ShouldBeUnique();
        ids.Except(seen).ShouldBeEmpty();
    }

    [Fact(Timeout = 120_000)]
    public async Task Messages_go_on_after_the_last_one_whatever_is_said_meanwhile()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        var room = "";
        for (var number = 1; number <= 4; number++)
            room = (await client.CallAsync("webex-create-message", new { toPersonEmail = "alice@example.com", text = $"{number}" })).Data().GetProperty("roomId").GetString()!;

        var first = (await client.CallAsync("webex-get-message", new { roomId = room, max = 2 })).Data();
        await client.CallAsync("webex-create-message", new { roomId = room, text = "5" });
        var second = (await client.CallAsync("webex-get-message", new { roomId = room, max = 3, cursor = first.GetProperty("nextCursor").GetString() })).Data();

        Texts(first).ShouldBe(["4", "3"]);
        Texts(second).ShouldBe(["2", "1"]);
        second.TryGetProperty("nextCursor", out _).ShouldBeFalse();

        static IEnumerable<string?> Texts(JsonElement data) => data.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_cursor_counts_for_its_own_list_and_agent_alone_and_tells_nothing()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        var other = await bench.ConnectAsync(await bench.AddAgentAsync("other"));
        await CreateAsync(client, "another");
        var cursor = (await client.CallAsync("webex-get-space", new { max = 1, type = "group" })).Data().GetProperty("nextCursor").GetString()!;

        foreach (var (who, tool, arguments) in new (McpClient, string, object)[]
                 {
                     (client, "webex-get-space", new { cursor }), (client, "webex-search-spaces", new { cursor, type = "group" }), (client, "webex-get-membership", new { cursor, roomId = bench.Room }),
                     (other, "webex-get-space", new { cursor, type = "group" }), (client, "webex-get-space", new { cursor = "1", type = "group" }),
                     (client, "webex-get-space", new { cursor = cursor[..^8] + "AAAAAAAA", type = "group" }), (client, "webex-get-message", new { cursor = "x y", roomId = bench.Room }),
                 })
            (await who.CallAsync(tool, arguments)).Problem().ShouldStartWith("That is no cursor of this list.");
        // What the vault locks for anything else is none either.
        var token = Base64Url.EncodeToString(bench.Bot.Host.Services.GetRequiredService<TokenVault>().Lock("{}"));
        (await client.CallAsync("webex-get-space", new { cursor = token, type = "group" })).Problem().ShouldContain("no cursor");
        (await client.CallAsync("webex-get-space", new { cursor, type = "group", max = 5 })).Data().GetProperty("count").GetInt32().ShouldBe(1);
        System.Text.Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).ShouldNotContain("http");
    }

    [Fact(Timeout = 120_000)]
    public async Task Where_it_pointed_to_is_gone_that_is_said()
    {
        await using var bench = await AgentBench.StartAsync();
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        await CreateAsync(client, "another");
        var cursor = (await client.CallAsync("webex-get-space", new { max = 1 })).Data().GetProperty("nextCursor").GetString();
        var fault = new StringContent(JsonSerializer.Serialize(new { method = "GET", path = "/rooms", status = 404, count = 1 }), System.Text.Encoding.UTF8, "application/json");
        (await bench.Bot.Http.PostAsync("/simulator/faults", fault, Cancelled)).EnsureSuccessStatusCode();

        (await client.CallAsync("webex-get-space", new { max = 1, cursor })).Problem().ShouldBe("That cursor does not count any more: where it pointed to is gone. Leave it out to begin again.");
    }

    private static async Task<string> CreateAsync(McpClient client, string title) => (await client.CallAsync("webex-create-space", new { title })).Data().Id();
}
