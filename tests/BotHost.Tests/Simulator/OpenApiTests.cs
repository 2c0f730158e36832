using BotHost.Tests.Simulator.Identity;

namespace BotHost.Tests.Simulator;

public sealed class OpenApiTests
{
    /// <summary>Where we differ from the description, and why.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        [".attachments[].content.fileId is missing"] = "The description takes a card for a file of a content management system; its own example has a card.",
        [".attachments[].content.contentUrl is missing"] = "as above",
        [".attachments[].content.type is not one of the allowed"] = "as above",
        [".attachments[].content.version is not described"] = "as above",
        [".attachments[].content.body is not described"] = "as above",
        [".attachments[].contentType is not described"] = "as above",
        [".inputs.colour is not described"] = "The description lists the inputs of its example; inputs are whatever the card has.",
        [".html is not described"] = "The answer to POST is field for field that of GET, where html is described (observed by clients).",
        [".parentId is not described"] = "as above",
        [".mentionedPeople is not described"] = "as above",
        [".creatorId is not described"] = "Teams have it in a widely used client's model; a switch takes it away.",
        [".orgId is not described"] = "Webhooks have orgId, createdBy and appId on the real service; the description leaves them out.",
        [".createdBy is not described"] = "as above",
        [".appId is not described"] = "as above",
    };

    /// <summary>Where only the answers of other tests differ: they turn switches, or send what the calls below do not.</summary>
    private static readonly Dictionary<string, string> KnownElsewhere = new()
    {
        [".event is not one of the allowed"] = "The webhooks guide has the event `all`; the description's list leaves it out.",
        [".resource is not one of the allowed"] = "The same of the resource `all`.",
        [".errors is not described"] = "Items that cannot be decrypted have it on the real service (seen by clients); a fault that is asked for makes them so.",
        [".title is missing"] = "as above: it is what could not be decrypted.",
        [".text is missing"] = "as above",
        [".attachments is not described"] = "A message is the same wherever it is read; only the list of direct ones is described without its card.",
        [".updated is not described"] = "as above: once it is edited",
        [".invitePending is no string"] = "A switch: the description has \"true\" and \"false\" as strings, in practice they are booleans.",
        [".loginEnabled is no string"] = "as above",
    };

    /// <summary>A card is what whoever posts it wrote, and its inputs are what it has: neither is described.</summary>
    private static readonly string[] Free = [".inputs.", ".attachments[].content."];

    /// <summary>Whether a deviation is one of those that are listed with their reason.</summary>
    internal static bool IsKnown(string deviation) => Field(deviation) is var field
        && (IsOfAnEvent(field) || Known.ContainsKey(field) || KnownElsewhere.ContainsKey(field) || Free.Any(start => field.StartsWith(start, StringComparison.Ordinal)));

    [Fact]
    public async Task Every_answer_is_as_webex_describes_it()
    {
        var description = OpenApi.Find();
        Assert.SkipUnless(description is not null, "Webex's description (shared/webex/data) is not beside this repository.");
        await using var webex = await LocalWebex.StartAsync();

        var deviations = new List<string>();
        await foreach (var (method, path, answer) in EverythingAsync(webex)) deviations.AddRange(description.Deviations(method, path, answer.Ok().Body));

        var unknown = deviations.Distinct().Where(deviation => !Known.ContainsKey(Field(deviation)) && !IsOfAnEvent(Field(deviation))).ToList();
        unknown.ShouldBeEmpty();
        var seen = deviations.Select(Field).ToHashSet();
        Known.Keys.Where(known => !seen.Contains(known)).ShouldBeEmpty("What no longer differs is no longer listed.");
    }

    [Fact]
    public async Task Every_answer_of_administration_is_as_webex_describes_it()
    {
        var description = OpenApi.Find("slice-admin-auth.json");
        Assert.SkipUnless(description is not null, "Webex's description (shared/webex/data) is not beside this repository.");
        await using var webex = await LocalWebex.StartAsync();
        var (alice, service) = (webex.Alice, await webex.ApplicationAsync("Service"));
        await webex.ControlAsync(HttpMethod.Post, $"applications/{service.ClientId}/authorize", new { email = alice.Email });
        (string Method, string Path, Answer Answer)[] all =
        [
            ("get", "/authorizations/tokenExpiry", await webex.Bot.GetAsync("authorizations/tokenExpiry")),
            ("get", "/organizations", await alice.GetAsync("organizations")),
            ("get", "/organizations/{orgId}", await alice.GetAsync($"organizations/{alice.OrgId}")),
            ("get", "/licenses", await alice.GetAsync("licenses")),
            ("get", "/roles", await alice.GetAsync("roles")),
            ("post", "/guests/token", await (await webex.ServiceAsync()).PostAsync("guests/token", new { subject = "1", displayName = "Gina" })),
            ("post", "/applications/{applicationId}/token", await alice.PostAsync(
                $"applications/{service.Id}/token", new { clientId = service.ClientId, clientSecret = service.ClientSecret, targetOrgId = alice.OrgId })),
        ];
        all.SelectMany(one => description.Deviations(one.Method, one.Path, one.Answer.Ok().Body)).ShouldBeEmpty();
    }

    // The data is the whole resource; the description shows the fields of a few examples, all of them together.
    private static bool IsOfAnEvent(string field) => field.StartsWith(".data.", StringComparison.Ordinal) && field.EndsWith(" is not described", StringComparison.Ordinal);

    private static string Field(string deviation) => deviation.Split(':', 2)[1].Replace(".items[]", "", StringComparison.Ordinal);

    private static async IAsyncEnumerable<(string Method, string Path, Answer Answer)> EverythingAsync(LocalWebex webex)
    {
        var (alice, bot) = (webex.Alice, webex.Bot);
        yield return ("get", "/people/me", await alice.GetAsync("people/me"));
        yield return ("get", "/people/{personId}", await alice.GetAsync($"people/{bot.Id}"));
        yield return ("get", "/people", await alice.GetAsync($"people?id={bot.Id},unknown"));
        yield return ("get", "/people", await alice.GetAsync("people?displayName=Al"));

        var room = await alice.PostAsync("rooms", new { title = "Orchard", isPublic = true, description = "Trees" });
        var roomId = room.Text("id");
        yield return ("post", "/rooms", room);
        yield return ("put", "/rooms/{roomId}", await alice.PutAsync($"rooms/{roomId}", new { title = "Meadow" }));
        yield return ("get", "/rooms/{roomId}", await alice.GetAsync($"rooms/{roomId}"));

        var membership = await alice.PostAsync("memberships", new { roomId, personId = bot.Id });
        yield return ("post", "/memberships", membership);
        yield return ("get", "/memberships/{membershipId}", await alice.GetAsync($"memberships/{membership.Text("id")}"));
        yield return ("put", "/memberships/{membershipId}", await alice.PutAsync($"memberships/{membership.Text("id")}", new { isModerator = true }));
        yield return ("get", "/memberships", await alice.GetAsync($"memberships?roomId={roomId}"));

        var message = await alice.PostAsync("messages", new { roomId, markdown = "<@all> <@personEmail:bothost@webex.bot> *hi*" });
        var messageId = message.Text("id");
        yield return ("post", "/messages", message);
        yield return ("post", "/messages", await alice.PostAsync("messages", new { roomId, parentId = messageId, text = "reply" }));
        yield return ("put", "/messages/{messageId}", await alice.PutAsync($"messages/{messageId}", new { roomId, markdown = "**ho**" }));
        yield return ("get", "/messages/{messageId}", await alice.GetAsync($"messages/{messageId}"));
        yield return ("post", "/messages", await alice.PostAsync("messages", new { toPersonId = bot.Id, markdown = "*hi* <@personEmail:bothost@webex.bot>" }));
        yield return ("get", "/messages/direct", await alice.GetAsync($"messages/direct?personId={bot.Id}"));

        var attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard", version = "1.3", body = Array.Empty<object>() } } };
        var card = await bot.PostAsync("messages", new { roomId, markdown = "a card", attachments });
        yield return ("post", "/messages", card);
        yield return ("get", "/messages", await alice.GetAsync($"messages?roomId={roomId}"));
        var action = await alice.PostAsync("attachment/actions", new { type = "submit", messageId = card.Text("id"), inputs = new { colour = "green" } });
        yield return ("post", "/attachment/actions", action);
        yield return ("get", "/attachment/actions/{id}", await bot.GetAsync($"attachment/actions/{action.Text("id")}"));
        yield return ("get", "/rooms", await alice.GetAsync("rooms"));
        yield return ("get", "/rooms/{roomId}/meetingInfo", await alice.GetAsync($"rooms/{roomId}/meetingInfo"));
        yield return ("post", "/messages", await alice.UploadAsync(roomId, "a.txt", [1]));
        yield return ("get", "/messages", await alice.GetAsync($"messages?roomId={roomId}"));

        var tab = await alice.PostAsync("room/tabs", new { roomId, contentUrl = "https://example.com/", displayName = "Plan" });
        yield return ("post", "/room/tabs", tab);
        yield return ("get", "/room/tabs", await alice.GetAsync($"room/tabs?roomId={roomId}"));
        yield return ("get", "/room/tabs/{id}", await alice.GetAsync($"room/tabs/{tab.Text("id")}"));
        yield return ("put", "/room/tabs/{id}", await alice.PutAsync(
            $"room/tabs/{tab.Text("id")}", new { roomId, contentUrl = "https://example.com/b", displayName = "Plan B" }));

        var team = await alice.PostAsync("teams", new { name = "Growers", description = "Trees" });
        var teamId = team.Text("id");
        yield return ("post", "/teams", team);
        yield return ("get", "/teams", await alice.GetAsync("teams"));
        yield return ("get", "/teams/{teamId}", await alice.GetAsync($"teams/{teamId}"));
        yield return ("put", "/teams/{teamId}", await alice.PutAsync($"teams/{teamId}", new { name = "Pickers" }));
        yield return ("get", "/rooms", await alice.GetAsync($"rooms?teamId={teamId}"));
        var member = await alice.PostAsync("team/memberships", new { teamId, personId = bot.Id });
        yield return ("post", "/team/memberships", member);
        yield return ("get", "/team/memberships", await alice.GetAsync($"team/memberships?teamId={teamId}"));
        yield return ("get", "/team/memberships/{membershipId}", await alice.GetAsync($"team/memberships/{member.Text("id")}"));
        yield return ("put", "/team/memberships/{membershipId}", await alice.PutAsync($"team/memberships/{member.Text("id")}", new { isModerator = true }));

        var hook = new { name = "hook", targetUrl = "http://127.0.0.1:1/", resource = "messages", @event = "created", secret = "s", filter = "roomType=direct" };
        var created = await bot.PostAsync("webhooks", hook);
        yield return ("post", "/webhooks", created);
        yield return ("get", "/webhooks/{webhookId}", await bot.GetAsync($"webhooks/{created.Text("id")}"));
        yield return ("put", "/webhooks/{webhookId}", await bot.PutAsync($"webhooks/{created.Text("id")}", hook));
        yield return ("get", "/webhooks", await bot.GetAsync("webhooks"));

        var person = new { emails = new[] { "erin@example.com" }, displayName = "Erin", phoneNumbers = new[] { new { type = "work", value = "1" } }, department = "Sales" };
        var erin = await alice.PostAsync("people", person);
        yield return ("post", "/people", erin);
        yield return ("put", "/people/{personId}", await alice.PutAsync($"people/{erin.Text("id")}", erin.Body));
        var events = await alice.GetAsync("events");
        yield return ("get", "/events", events);
        yield return ("get", "/events/{eventId}", await alice.GetAsync($"events/{events.Items[0].GetProperty("id").GetString()}"));
    }
}
