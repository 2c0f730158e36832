using BotHost.Webex;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Webex;

public sealed class WebexOptionsTests
{
    [Fact]
    public async Task Without_a_token_the_host_does_not_start_and_says_where_to_go()
    {
        using var host = new HostBuilder().ConfigureServices(services => services.AddWebexClient()).Build();

        var refused = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        refused.Message.ShouldBe(
            "No Webex access token is configured. Set Webex:AccessToken (environment: Webex__AccessToken) or Webex:AccessTokenFile, "
            + "or try the bot without a Webex account: dotnet run --project src/Playground");
    }

    [Fact]
    public void Everything_wrong_is_said_at_once() => Faults(new WebexOptions
    {
        BaseUrl = "webexapis.com/v1",
        Proxy = "proxy:3128",
        AccessToken = "t",
        AccessTokenFile = "/f",
        Timeout = TimeSpan.Zero,
        MaxRetryAfter = TimeSpan.Zero,
        MaxWait = TimeSpan.FromDays(1),
    }).Count().ShouldBe(6);

    [Theory]
    [InlineData("https://webexapis.com/v1/", true)]
    [InlineData("http://127.0.0.1:7070/v1", true)]
    [InlineData("", false)]
    [InlineData("/v1", false)]
    [InlineData("ftp://webexapis.com/v1/", false)]
    [InlineData("https://webexapis.com/v1/?x=1", false)]
    [InlineData("https://me:secret@webexapis.com/v1/", false)]
    public void The_address_is_a_plain_one(string address, bool good) =>
        Faults(new WebexOptions { AccessToken = "t", BaseUrl = address }).Any(fault => fault.Contains("Webex:BaseUrl", StringComparison.Ordinal)).ShouldBe(!good);

    [Theory]
    [InlineData("canary token")]
    [InlineData("canary\ttoken")]
    [InlineData("canary-tökén")]
    public void A_token_that_could_not_travel_is_refused_and_not_repeated(string token) =>
        Faults(new WebexOptions { AccessToken = token }).ShouldHaveSingleItem().ShouldNotContain("canary");

    [Theory]
    [InlineData("/nowhere/at/all")]
    [InlineData("/")]
    public void A_token_file_that_cannot_be_read_is_named(string file) =>
        Faults(new WebexOptions { AccessTokenFile = file }).ShouldHaveSingleItem().ShouldContain($"'{file}'");

    [Fact]
    public void An_empty_setting_is_none() =>
        Faults(new WebexOptions { AccessToken = "t", AccessTokenFile = "", Proxy = "" }).ShouldBeEmpty();

    [Theory]
    [InlineData("https://webexapis.com/v1", "https://webexapis.com/v1/")]
    [InlineData("https://webexapis.com/v1/", "https://webexapis.com/v1/")]
    [InlineData("http://127.0.0.1:7070", "http://127.0.0.1:7070/")]
    public void The_slash_at_the_end_is_added(string address, string root) =>
        new ApiRoot(Options.Create(new WebexOptions { BaseUrl = address })).Address.AbsoluteUri.ShouldBe(root);

    private static IEnumerable<string> Faults(WebexOptions options) => new WebexOptionsValidator().Validate(null, options).Failures ?? [];
}
