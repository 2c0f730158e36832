using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using BotHost.Operations;
using BotHost.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Operations;

/// <summary>By which listener a call came in decides what there is, and the token who may. What a request says about itself decides nothing.</summary>
public sealed class AdminDoorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_the_public_listener_there_is_no_admin_whatever_the_request_says()
    {
        await using var bot = await TestBot.StartAsync(settings: [.. Operator.Settings, ("BotHost:TrustedProxies", "127.0.0.1"), ("BotHost:PathBase", "/bot")], cancellationToken: Cancelled);
        var admin = bot.Host.Services.GetRequiredService<AdminListener>().Address!;

        foreach (var path in new[] { "/admin/inbox/list", "/ADMIN/inbox/list", "/bot/admin/inbox/list", "/admin", "//admin/inbox/list", "/%61dmin/inbox/list" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, bot.Address.GetLeftPart(UriPartial.Authority) + path);
            request.Headers.Host = admin.Authority;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Operator.Token);
            request.Headers.Add("X-Forwarded-Host", admin.Authority);
            request.Headers.Add("X-Forwarded-For", "127.0.0.1");
            request.Headers.Add("X-Forwarded-Port", admin.Port.ToString());

            (await StatusAsync(request)).ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer operator-token-0123456788")]
    [InlineData("Bearer operator-token-012345678")]
    [InlineData("Bearer operator-token-01234567890")]
    [InlineData("Bearer ")]
    [InlineData("Basic operator-token-0123456789")]
    [InlineData("operator-token-0123456789")]
    public async Task Without_the_token_it_is_401_whatever_is_asked(string? authorization)
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        var admin = bot.Host.Services.GetRequiredService<AdminListener>().Address!;

        foreach (var path in new[] { "/admin/inbox/list", "/admin/no/such", "/admin" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(admin, path));
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            (await StatusAsync(request)).ShouldBe(HttpStatusCode.Unauthorized, path);
        }

        bot.Log.Count(line => line.Message.Contains("Refused a call of /admin")).ShouldBe(1);
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task By_the_operators_listener_there_is_nothing_else_but_health()
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);

        (await Dispatch.SignedWebhook.PostAsync(new HttpClient(), op.Address, "{}", TestBot.WebhookSecret, Cancelled)).ShouldBe(HttpStatusCode.NotFound);
        using var health = new HttpRequestMessage(HttpMethod.Get, new Uri(op.Address, "/health/live"));
        (await StatusAsync(health)).ShouldBe(HttpStatusCode.OK);
        (await op.AskAsync(HttpMethod.Get, "inbox/list")).Status.ShouldBe(HttpStatusCode.OK);
        (await op.AskAsync(HttpMethod.Get, "no/such")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await op.AskAsync(HttpMethod.Get, "inbox/retry?number=1")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Without_a_token_there_is_no_such_listener_and_the_log_says_so()
    {
        await using var bot = await TestBot.StartAsync(settings: [("Admin:Listen", "http://127.0.0.1:0")], cancellationToken: Cancelled);

        bot.Host.Urls.Count.ShouldBe(1);
        bot.Host.Services.GetRequiredService<AdminListener>().Address.ShouldBeNull();
        bot.Log.ShouldContain(line => line.Message.Contains("No Admin:Token is set"));
    }

    [Fact]
    public async Task A_token_in_a_file_is_read_again_and_the_last_good_one_stays()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $" {Operator.Token}\n", Cancelled);
        await using var bot = await TestBot.StartAsync(settings: [("Admin:Listen", "http://127.0.0.1:0"), ("Admin:TokenFile", file)], cancellationToken: Cancelled);
        using var op = new Operator(bot);

        (await op.AskAsync(HttpMethod.Get, "inbox/stats")).Status.ShouldBe(HttpStatusCode.OK);
        await File.WriteAllTextAsync(file, "", Cancelled);
        (await op.AskAsync(HttpMethod.Get, "inbox/stats")).Status.ShouldBe(HttpStatusCode.OK);
        await File.WriteAllTextAsync(file, "another-token-0123456789", Cancelled);
        (await op.AskAsync(HttpMethod.Get, "inbox/stats")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        File.Delete(file);
        bot.ExpectWarnings();
    }

    [Theory]
    [InlineData("too-short", "", "http://127.0.0.1:0", "Admin:Token")]
    [InlineData("a token with blanks in it", "", "http://127.0.0.1:0", "Admin:Token")]
    [InlineData("operator-token-0123456789", "/some/file", "http://127.0.0.1:0", "both set")]
    [InlineData("", "/no/such/file", "http://127.0.0.1:0", "Admin:TokenFile")]
    [InlineData("operator-token-0123456789", "", "https://bot.example.com", "Admin:Listen")]
    [InlineData("operator-token-0123456789", "", "http://127.0.0.2:5080", "same port")]
    public async Task What_is_wrong_about_it_keeps_the_host_from_starting(string token, string file, string listen, string said)
    {
        var error = await Should.ThrowAsync<Exception>(() => TestBot.StartAsync(
            settings: [("Admin:Token", token), ("Admin:TokenFile", file), ("Admin:Listen", listen), ("BotHost:Listen", "http://127.0.0.1:5080")], cancellationToken: Cancelled));

        var explained = StartupProblem.Explain(error).ShouldNotBeNull();
        explained.ShouldContain(said);
        if (token.Length > 0)
            explained.ShouldNotContain(token);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_the_setting_to_change()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var error = await Should.ThrowAsync<StartupException>(() => TestBot.StartAsync(
            settings: [("Admin:Token", Operator.Token), ("Admin:Listen", $"http://{other.LocalEndpoint}")], cancellationToken: Cancelled));

        error.Message.ShouldContain("--Admin:Listen=");
        error.Message.ShouldContain($"{other.LocalEndpoint}");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpRequestMessage request)
    {
        using var http = new HttpClient();
        using var response = await http.SendAsync(request, Cancelled);
        return response.StatusCode;
    }
}
