using BotHost.Testing;

namespace BotHost.Tests.Hosting;

/// <summary>A setting with a typing error does nothing, and the log says so.</summary>
public sealed class UnknownSettingsTests
{
    [Fact]
    public async Task A_setting_that_is_none_is_told_with_the_one_that_may_be_meant()
    {
        await using var bot = await TestBot.StartAsync(
            settings:
            [
                ("BotHost:HandlerTimout", "00:00:05"), ("Agents:OAuth:Isuer", "x"), ("Webex:Nonsense", "1"), ("Log:program", "known in any case"),
                ("FeatureFlags:beta", "on"), ("My:Own", "1"),
            ],
            cancellationToken: TestContext.Current.CancellationToken);

        bot.Log.Select(line => line.Message).Where(message => message.StartsWith("There is no setting", StringComparison.Ordinal)).ShouldBe(
        [
            "There is no setting BotHost:HandlerTimout, so it does nothing. Is BotHost:HandlerTimeout meant?",
            "There is no setting Webex:Nonsense, so it does nothing. Remove it; the README has a table of all there are",
            "There is no setting Agents:OAuth:Isuer, so it does nothing. Is Agents:OAuth:Issuer meant?",
        ], ignoreOrder: true);
        bot.ExpectWarnings();
    }
}
