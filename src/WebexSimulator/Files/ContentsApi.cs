using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Files;

/// <summary>The files of messages. Who sees a message sees its file; when the message is gone, so is the file.</summary>
internal static class ContentsApi
{
    public static void MapContents(this IEndpointRouteBuilder api)
    {
        var (world, sight) = (api.ServiceProvider.GetRequiredService<World>(), api.ServiceProvider.GetRequiredService<Sight>());
        var switches = api.ServiceProvider.GetRequiredService<SimulatorSwitches>();
        api.GetOrHead("/contents/{contentId}", call => new FileAnswer(Find(call, world, sight), switches.FileNamesAreRawUtf8));
    }

    private static StoredFile Find(ApiCall call, World world, Sight sight)
    {
        lock (world.Gate)
        {
            var file = sight.MessageOfContent(call.Caller, call.Path("contentId"))?.File ?? throw Refusal.NotFound();
            return Scanned(file, world.Now(), call.Query("allow") is "unscannable");
        }
    }

    private static StoredFile Scanned(StoredFile file, DateTimeOffset now, bool allowsUnscannable) => file.Verdict switch
    {
        { } verdict when verdict.Remaining(now) is { } rest => throw new Refusal(StatusCodes.Status423Locked, Texts.FileIsScanned, rest),
        { State: ScanState.Infected } => throw new Refusal(StatusCodes.Status410Gone, Texts.FileIsInfected),
        { State: ScanState.Unscannable } when !allowsUnscannable => throw new Refusal(StatusCodes.Status428PreconditionRequired, Texts.FileIsUnscannable),
        _ => file,
    };

    private sealed class FileAnswer(StoredFile file, bool rawUtf8) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = file.ContentType;
            response.ContentLength = file.Length;
            response.Headers.CacheControl = "no-cache";
            response.Headers.ContentDisposition = Disposition();
            if (HttpMethods.IsHead(httpContext.Request.Method)) return;
            await using var content = file.Open();
            await content.CopyToAsync(response.Body, httpContext.RequestAborted);
        }

        private string Disposition()
        {
            if (rawUtf8 || Ascii.IsValid(file.Name)) return string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{file.Name}\"");
            // Both names, the plain one for those who cannot read the other.
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(file.Name);
            return disposition.ToString();
        }
    }
}
