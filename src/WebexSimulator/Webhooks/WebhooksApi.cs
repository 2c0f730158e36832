using WebexSimulator.Http;
using WebexSimulator.Tokens;

namespace WebexSimulator.Webhooks;

internal static class WebhooksApi
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhooks = api.ServiceProvider.GetRequiredService<WebhookRules>();
        api.Get("/webhooks", call => Answers.List(webhooks.List(call.Token, call.Query("ownedBy"), call.Page(standard: 100, ceiling: 1000))));
        api.Post("/webhooks", (call, body) =>
        {
            foreach (var scopes in Scopes.ToWatch(body.Filled("resource"), body.Filled("ownedBy") is "org")) call.Token.DemandAny(scopes);
            return Answers.Ok(webhooks.Create(call.Token, call.BaseUrl, body));
        });
        api.Get("/webhooks/{webhookId}", call => Answers.Ok(webhooks.Read(call.Token, call.Path("webhookId"))));
        api.Put("/webhooks/{webhookId}", (call, body) => Answers.Ok(webhooks.Update(call.Token, call.BaseUrl, call.Path("webhookId"), body)));
        api.Delete("/webhooks/{webhookId}", call => webhooks.Delete(call.Token, call.Path("webhookId")));
    }
}
