using Microsoft.AspNetCore.Http.Features;
using WebexSimulator.Control;
using WebexSimulator.Faults;

namespace WebexSimulator.Http;

/// <summary>What surrounds every call of the API: its tracking id, its line in the ledger, and the error body when it is refused.</summary>
internal static partial class ApiPipeline
{
    private static readonly object IsWrittenDown = new();

    public static async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(WriteDownAsync, http);
        var (status, text) = (0, "");
        try
        {
            await next(http);
            // Routing refuses without a body.
            if (http.Response.HasStarted || http.Response.StatusCode < 400 || http.Response.ContentType is not null) return;
            status = http.Response.StatusCode;
            text = status switch
            {
                StatusCodes.Status404NotFound => Texts.NotFound,
                StatusCodes.Status405MethodNotAllowed => Texts.BadMethod,
                _ => Texts.Malformed,
            };
        }
        catch (Refusal refusal)
        {
            await Answers.WriteErrorAsync(http, refusal);
            return;
        }
        catch (BadHttpRequestException exception)
        {
            // 413 is none of Webex's answers.
            (status, text) = exception.StatusCode is StatusCodes.Status413PayloadTooLarge
                ? (StatusCodes.Status400BadRequest, Texts.TooBig)
                : (exception.StatusCode, Texts.Malformed);
        }
        catch (InvalidDataException)
        {
            (status, text) = (StatusCodes.Status400BadRequest, Texts.Malformed);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !http.Response.HasStarted)
        {
            Log.Failed(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiPipeline)), http.Request.Method, RouteOf(http), exception);
            (status, text) = (StatusCodes.Status500InternalServerError, Texts.ServerError);
        }
        await Answers.WriteErrorAsync(http, status, text);
    }

    // As the answer starts, and not after it: whoever has the answer finds the call in the ledger.
    private static Task WriteDownAsync(object state)
    {
        var http = (HttpContext)state;
        http.Response.Headers["trackingid"] = TrackingId.Of(http);
        WriteDown(http, http.Response.StatusCode);
        return Task.CompletedTask;
    }

    /// <summary>Writes a call into the ledger, once; without a status where there is no answer.</summary>
    public static void WriteDown(HttpContext http, int? status)
    {
        if (!http.Items.TryAdd(IsWrittenDown, true)) return;
        http.RequestServices.GetRequiredService<Ledger>().Add(new LedgerCall(
            http.Request.Method, RouteOf(http), http.Request.Path.Value ?? "/", Authentication.CallerOrNull(http)?.Id, status,
            FaultInjection.IdOf(http), KeptBody.Of(http)));
    }

    public static string RouteOf(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? http.Features.Get<IHttpRequestFeature>()?.Path ?? "/";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Method} {Route} failed")]
        public static partial void Failed(ILogger logger, string method, string route, Exception exception);
    }
}
