using WebexSimulator.Control;
using WebexSimulator.Identity;
using WebexSimulator.Model;

namespace WebexSimulator.Hosting;

/// <summary>What a person sees when the simulator has started by itself.</summary>
internal static class Welcome
{
    public static Task WriteAsync(TextWriter console, WebApplication app)
    {
        var address = app.Urls.First();
        var accounts = AccountBody.All(app.Services.GetRequiredService<World>()).Select(account => $"  {account.Email,-24}{account.Token}");
        var applications = app.Services.GetRequiredService<ApplicationRegister>().All.Where(application => application.Kind is not ApplicationKind.GuestIssuer)
            .Select(application => $"  {application.Name,-24}client id {application.ClientId}, secret {application.ClientSecret}");
        return console.WriteLineAsync(
            $"""
            The local Webex listens on {address}: use {address}/v1/ for https://webexapis.com/v1/.

            {string.Join(Environment.NewLine, accounts)}

            {string.Join(Environment.NewLine, applications)}

            Try: curl -H "Authorization: Bearer {AccountBody.All(app.Services.GetRequiredService<World>()).First().Token}" {address}/v1/people/me
            Ctrl-C ends it.
            """);
    }
}
