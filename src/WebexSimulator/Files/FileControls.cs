using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Files;

/// <summary><c>PUT /simulator/files/{contentId}</c>: what the malware scanner says of a file from now on.</summary>
internal static class FileControls
{
    public static void MapFileControls(this IEndpointRouteBuilder routes)
    {
        var world = routes.ServiceProvider.GetRequiredService<World>();
        var options = routes.ServiceProvider.GetRequiredService<SimulatorOptions>();
        routes.MapControl(HttpMethods.Put, "/simulator/files/{contentId}", (http, body) =>
        {
            var id = (string?)http.Request.RouteValues["contentId"];
            if (!Enum.TryParse<ScanState>(body.Filled("state"), ignoreCase: true, out var state) || !Enum.IsDefined(state)) throw Refusal.BadRequest(Texts.Invalid("state"));
            lock (world.Gate)
            {
                if (WebexId.ReadContent(id) is not { } key || world.Messages.GetValueOrDefault(key)?.File is not { } file) throw Refusal.NotFound();
                var seconds = body.Number("seconds") is { } given ? TimeSpan.FromSeconds(given) : options.Files.ScanTime;
                file.Verdict = new(state, state is ScanState.Scanning ? world.Now() + seconds : null);
                return Results.NoContent();
            }
        });
    }
}
