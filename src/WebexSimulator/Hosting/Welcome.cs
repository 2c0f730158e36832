using WebexSimulator.Control;
using WebexSimulator.Model;

namespace WebexSimulator.Hosting;

/// <summary>What a person sees when the simulator has started by itself.</summary>
internal static class Welcome
{
    public static Task WriteAsync(TextWriter console, WebApplication app)
    {
        var address = app.Urls.First();
        var accounts = AccountBody.All(app.Services.GetRequiredService<World>()).Select(account => $"  {account.Email,-24}{account.Token}");
        return console.WriteLineAsync(
            $"""
            The local Webex listens on {address}: use {address}/v1/ for https://webexapis.com/v1/.

            {string.Join(Environment.NewLine, accounts)}

            Try: curl -H "Authorization: Bearer {AccountBody.All(app.Services.GetRequiredService<World>()).First().Token}" {address}/v1/people/me
            Ctrl-C ends it.
            """);
    }
}
