using BotHost.Tests.Hosting;
using Microsoft.Playwright;

namespace BotHost.Tests.Simulator.Identity;

/// <summary>A real browser without a window: Debian's Chromium.</summary>
internal sealed class Browser(IPlaywright playwright, IBrowser browser) : IAsyncDisposable
{
    public static async Task<Browser> StartAsync()
    {
        Needs.Program("chromium", "chromium");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium" }));
    }

    public Task<IPage> OpenAsync() => browser.NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
