using System.Net;
using BotHost.Identities;
using BotHost.Webex;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Identities;

/// <summary>What is made of what Webex answers when it is asked for tokens, or of what something on the way does in its place.</summary>
public sealed class TokenEndpointTests
{
    [Theory]
    [InlineData(200, """{"access_token":"a","expires_in":"60"}""", "Given")]
    [InlineData(200, """{"access_token":"a"}""", "Unknown")]
    [InlineData(200, "<html>Log in to this network first</html>", "Unknown")]
    [InlineData(400, """{"message":"The refresh token provided is expired, revoked, malformed, or invalid."}""", "Refused")]
    [InlineData(400, """{"error":"invalid_grant"}""", "Refused")]
    [InlineData(401, """{"message":"Client Id is invalid"}""", "Misconfigured")]
    [InlineData(400, """{"error":"invalid_client"}""", "Misconfigured")]
    [InlineData(400, """{"error":"authorization_pending"}""", "Pending")]
    [InlineData(428, "", "Pending")]
    [InlineData(429, "<html>429</html>", "NotNow")]
    [InlineData(302, "", "NotNow")]
    [InlineData(403, "<html>ERR_ACCESS_DENIED: the refresh token of your proxy is over</html>", "NotNow")]
    [InlineData(407, "\"access_denied\"", "NotNow")]
    [InlineData(502, """{"error":"invalid_grant"}""", "Unknown")]
    public async Task An_answer_ends_a_grant_only_where_webex_says_so(int status, string body, string outcome)
    {
        var services = new ServiceCollection();
        services.AddHttpClient(TokenEndpoint.HttpClientName, client => client.BaseAddress = new Uri("http://webex.example/v1/"))
            .ConfigurePrimaryHttpMessageHandler(() => new Answering(status, body));
        await using var provider = services.BuildServiceProvider();
        var endpoint = new TokenEndpoint(provider.GetRequiredService<IHttpClientFactory>(), Options.Create(new WebexOptions()), TimeProvider.System);

        var answer = await endpoint.RefreshAsync(new OAuthApp("C", "canary"), "a-refresh-token", TestContext.Current.CancellationToken);

        answer.Outcome.ToString().ShouldBe(outcome);
        answer.Reason.ShouldNotContain("canary");
        answer.Reason.ShouldNotContain("a-refresh-token");
    }

    private sealed class Answering(int status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) });
    }
}
