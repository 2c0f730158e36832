using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class WebhooksApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhooks_are_listed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Webhook)));

        var webhooks = await bench.Webex.Webhooks.ListAsync(WebhookOwner.Org, 30, Stop).ToListAsync(Stop);

        webhooks.ShouldHaveSingleItem().ShouldBe(new Webhook
        {
            Id = new WebhookId("W1"),
            Name = "n",
            TargetUrl = "https://b.example/h",
            Resource = "messages",
            Event = "created",
            Filter = "roomId=R1",
            Secret = "s3cr3t-of-hook",
            Status = "inactive",
            OwnedBy = "creator",
            CreatedBy = new PersonId("P1"),
            OrgId = new OrganizationId("O1"),
            AppId = "X1",
            Created = new DateTimeOffset(2019, 7, 17, 16, 58, 37, 164, TimeSpan.Zero),
        });
        bench.Only.Line.ShouldBe("GET /v1/webhooks?max=30&ownedBy=org");
    }

    [Fact]
    public async Task A_webhook_is_read()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("""{"id":"W1","name":"n"}"""));

        (await bench.Webex.Webhooks.GetAsync(new WebhookId("W1"), Stop)).Secret.ShouldBeNull();

        bench.Only.Line.ShouldBe("GET /v1/webhooks/W1");
    }

    [Fact]
    public async Task A_webhook_is_created()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Webhook));
        var webhook = new NewWebhook { Name = "n", TargetUrl = "https://b.example/h", Resource = "messages", Event = "created", Secret = "s3cr3t-of-hook" };

        await bench.Webex.Webhooks.CreateAsync(webhook, Stop);

        bench.Only.Line.ShouldBe("POST /v1/webhooks");
        bench.Only.Body.ShouldBeJson("""{"name":"n","targetUrl":"https://b.example/h","resource":"messages","event":"created","secret":"s3cr3t-of-hook"}""");
    }

    [Fact]
    public async Task A_webhook_is_switched_on_again()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Webhook));

        await bench.Webex.Webhooks.UpdateAsync(
            new WebhookId("W1"), new WebhookUpdate { Name = "n", TargetUrl = "https://b.example/h", Status = "active" }, Stop);

        bench.Only.Line.ShouldBe("PUT /v1/webhooks/W1");
        bench.Only.Body.ShouldBeJson("""{"name":"n","targetUrl":"https://b.example/h","status":"active"}""");
    }

    [Fact]
    public async Task A_webhook_is_deleted()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(204));

        await bench.Webex.Webhooks.DeleteAsync(new WebhookId("W1"), Stop);

        bench.Only.Line.ShouldBe("DELETE /v1/webhooks/W1");
    }
}
