using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

internal static class WebhookOperations
{
    private const string Watching = """{"name":"x","targetUrl":"http://127.0.0.1:1/","resource":"messages","event":"created"}""";

    public static readonly Operation[] All =
    [
        new("GET", "webhooks", "max ownedBy cursor")
        {
            { 200, null, new { ownedBy = "nobody" } },
            Paging,
        },
        new("POST", "webhooks", "name targetUrl resource event filter secret ownedBy", body: Watching)
        {
            NoTexts("name", "targetUrl", "resource", "event", "filter", "secret", "ownedBy"),
            { 400, NoName, new { name = Nothing }, new { name = "" } },
            { 400, NoTargetUrl, new { targetUrl = Nothing }, new { targetUrl = "" } },
            { 400, Invalid("targetUrl"), new { targetUrl = "no address" }, new { targetUrl = "ftp://127.0.0.1/" }, new { targetUrl = "/here" } },
            { 400, Invalid("resource"), new { resource = Nothing }, new { resource = "dogs" }, new { resource = "Messages" } },
            { 400, Invalid("event"), new { @event = Nothing }, new { @event = "barked" }, new { @event = "started" } },
            { 400, Invalid("event"), new { resource = "attachmentActions", @event = "deleted" } },
            { 400, null, new { filter = "roomId" }, new { filter = "roomId=x" }, new { filter = "roomId={bobsRoom}" }, new { filter = "colour=red" } },
            { 400, null, new { filter = "roomType=square" }, new { filter = "personId=x" }, new { filter = "hasFiles=perhaps" } },
            { 400, Invalid("ownedBy"), new { ownedBy = "everybody" } },
            { 403, null, new { ownedBy = "org" } },
            { "bot", 403, MissingScope("meeting:schedules_read"), new { resource = "meetings" } },
            { "alice", 409, null, new { resource = "rooms", ownedBy = "org" } },
        },
        new("GET", "webhooks/{webhookId}", arguments: "webhookId={webhook}")
        {
            Unknown("webhookId", "WEBHOOK"),
            { 404, NotFound, new { webhookId = "{bobsWebhook}" } },
        },
        new("PUT", "webhooks/{webhookId}", "name targetUrl secret status", "webhookId={webhook}", """{"name":"x","targetUrl":"http://127.0.0.1:1/"}""")
        {
            Unknown("webhookId", "WEBHOOK"),
            { 404, NotFound, new { webhookId = "{bobsWebhook}" } },
            NoTexts("name", "targetUrl", "secret", "status"),
            { 400, NoName, new { name = Nothing }, new { name = "" } },
            { 400, NoTargetUrl, new { targetUrl = Nothing }, new { targetUrl = "" } },
            { 400, Invalid("targetUrl"), new { targetUrl = "no address" } },
        },
        new("DELETE", "webhooks/{webhookId}", arguments: "webhookId={webhook}")
        {
            Unknown("webhookId", "WEBHOOK"),
            { 404, NotFound, new { webhookId = "{bobsWebhook}" } },
        },
    ];
}
