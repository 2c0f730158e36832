using BotHost.Tests.Hosting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BotHost.Tests.Browser.Chromium))]

namespace BotHost.Tests.Browser;

/// <summary>
/// One browser for a run of tests, Debian's Chromium, started by the first that asks and closed after the last. Each test has tabs of its own,
/// with cookies of their own.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Running = new(StartAsync);

    /// <summary>A tab of a browser that has been nowhere yet.</summary>
    internal static async Task<Tab> OpenAsync(CancellationToken cancellationToken)
    {
        // Asked here too: a test is skipped, where a browser that failed for one would fail for all.
        Needs.Chromium();
        var (_, browser) = await Running.Value.WaitAsync(cancellationToken);
        return await Tab.OpenAsync(await browser.NewContextAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (Running is not { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            return;
        var (driver, browser) = await Running.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Needs.Chromium(),
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        }));
    }
}
