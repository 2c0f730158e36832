using System.Net;
using System.Net.Security;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

/// <summary>Out through a company's network: its proxy, its certificate authority, and what neither may lead to.</summary>
public sealed class CompanyNetworkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tunnel_is_opened_with_the_proxys_password_and_the_token_stays_inside_it()
    {
        await using var webex = await CompanyTls.StartAsync("webex.test");
        await using var proxy = new TunnelProxy("me:pass word");
        await using var bench = await WebexBench.StartAsync(Settings($"https://webex.test:{webex.Port}/v1/", webex, $"http://me:pass%20word@{proxy.Authority}"), Answer.Status(500));

        (await bench.Webex.People.GetMeAsync(Stop)).Id.ShouldBe(new PersonId("P1"));

        proxy.Heads[^1].ShouldStartWith($"CONNECT webex.test:{webex.Port} HTTP/1.1\r\n");
        proxy.Heads.ShouldAllBe(head => !head.Contains(WebexBench.Token));
    }

    [Fact]
    public async Task A_proxy_that_refuses_the_password_is_told_of_without_it()
    {
        await using var webex = await CompanyTls.StartAsync("webex.test");
        await using var proxy = new TunnelProxy("me:another");
        await using var bench = await WebexBench.StartAsync(Settings($"https://webex.test:{webex.Port}/v1/", webex, $"http://me-canary:pass-canary@{proxy.Authority}"), Answer.Status(500));

        var failed = await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.DeleteAsync(new RoomId("R1"), Stop));

        failed.IsAmbiguous.ShouldBeFalse();
        bench.Log.All.ShouldNotBeEmpty();
        $"{failed} {failed.InnerException} {string.Join('\n', bench.Log.All)}".ShouldNotContain("canary@");
        $"{failed} {failed.InnerException} {string.Join('\n', bench.Log.All)}".ShouldNotContain("pass-canary");
    }

    [Fact]
    public async Task A_company_that_opens_TLS_is_trusted_when_its_authority_is_named()
    {
        await using var webex = await CompanyTls.StartAsync("localhost");
        await using var bench = await WebexBench.StartAsync(Settings($"https://localhost:{webex.Port}/v1/", webex), Answer.Status(500));

        (await bench.Webex.People.GetMeAsync(Stop)).Id.ShouldBe(new PersonId("P1"));
    }

    [Theory]
    [InlineData("webex.test", "same")]
    [InlineData("localhost", "another")]
    [InlineData("localhost", "none")]
    public async Task Nobody_else_is(string name, string authority)
    {
        await using var webex = await CompanyTls.StartAsync(name);
        await using var another = await CompanyTls.StartAsync(name);
        var settings = Settings($"https://localhost:{webex.Port}/v1/", authority == "another" ? another : webex);
        if (authority == "none")
            settings.Remove("Webex:CertificateAuthorities");
        await using var bench = await WebexBench.StartAsync(settings, Answer.Status(500));

        var failed = await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.DeleteAsync(new RoomId("R1"), Stop));

        failed.InnerException.ShouldBeOfType<HttpRequestException>().HttpRequestError.ShouldBe(HttpRequestError.SecureConnectionError);
    }

    [Fact]
    public async Task What_the_system_trusts_stays_trusted()
    {
        await using var webex = await CompanyTls.StartAsync("localhost");
        var trust = CertificateTrust.ReadFile(webex.AuthorityFile).ShouldNotBeNull();

        trust.Accepts(this, null, null, SslPolicyErrors.None).ShouldBeTrue();
        trust.Accepts(this, null, null, SslPolicyErrors.RemoteCertificateNotAvailable).ShouldBeFalse();
    }

    [Theory]
    [InlineData("webexapis.com", "127.0.0.1", false)]
    [InlineData("webexapis.com", "169.254.169.254", false)]
    [InlineData("webexapis.com", "::1", false)]
    [InlineData("webexapis.com", "::ffff:127.0.0.1", false)]
    [InlineData("webexapis.com", "fe80::1", false)]
    [InlineData("webexapis.com", "0.0.0.0", false)]
    [InlineData("webexapis.com", "224.0.0.1", false)]
    [InlineData("webexapis.com", "10.1.2.3", true)]
    [InlineData("webexapis.com", "203.0.113.7", true)]
    [InlineData("webexapis.com", "2001:db8::1", true)]
    [InlineData("localhost", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    public void A_name_that_leads_back_here_is_not_connected_to(string host, string address, bool mayConnect)
    {
        IPAddress[] resolved = [IPAddress.Parse(address)];

        if (mayConnect)
            OutsideAddress.Among(host, resolved).ShouldBe(resolved);
        else
            Should.Throw<HttpRequestException>(() => OutsideAddress.Among(host, resolved)).Message.ShouldContain(host);
    }

    private static Dictionary<string, string?> Settings(string root, CompanyTls webex, string? proxy = null) => new()
    {
        ["Webex:BaseUrl"] = root,
        ["Webex:Proxy"] = proxy,
        ["Webex:CertificateAuthorities"] = webex.AuthorityFile,
    };
}
