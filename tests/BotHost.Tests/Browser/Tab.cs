using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BotHost.Tests.Browser;

/// <summary>A tab, alone in its browser: what other tabs have for cookies it has not.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Tab(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.SetDefaultTimeout(20_000);
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
                _complaints.Enqueue(line.Text);
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>What the page's console complained about: a script that failed, something the page may not load.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<Tab> OpenAsync(IBrowserContext context) => new(context, await context.NewPageAsync());

    /// <summary>Goes somewhere, and says what was answered in the end.</summary>
    public async Task<IResponse> GoAsync(string address) => (await Page.GotoAsync(address))!;

    public Task<string> TitleAsync() => Page.TitleAsync();

    public async Task<string> TextAsync() => await Page.InnerTextAsync("body");

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
