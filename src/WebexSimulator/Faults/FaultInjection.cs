using System.Globalization;
using WebexSimulator.Http;

namespace WebexSimulator.Faults;

/// <summary>Lets calls go wrong. It stands before the check of the token, as a gateway does, but knows who calls what.</summary>
internal static class FaultInjection
{
    private static readonly object Key = new();

    /// <summary>The id of the fault that hit a call.</summary>
    public static string? IdOf(HttpContext http) => http.Items[Key] as string;

    public static async Task InjectAsync(HttpContext http, RequestDelegate next)
    {
        var rules = http.RequestServices.GetRequiredService<FaultRules>();
        if (rules.All is [] || rules.For(CallOf(http)) is not { } fault)
        {
            await next(http);
            return;
        }
        http.Items[Key] = fault.Id;
        var rule = fault.Rule;
        await ArriveLateAsync(http, rule.DelayBefore);
        var answer = rule.When is FaultMoment.Before && rule is { Status: not null } or { Connection: FaultConnection.Reset, When: FaultMoment.Before }
            ? []
            : await HoldAsync(http, next);
        if (rule.Breaks is { } field) answer = PartialFailure.Of(http, answer, field, rule.Item);
        await WaitAsync(http, rule.DelayAfter, http.RequestAborted);
        if (rule.Connection is { } connection) await BreakAsync(http, connection, answer);
        else if (rule.Status is { } status) await RefuseAsync(http, rule, status);
        else await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }

    private static FaultCall CallOf(HttpContext http) => new(
        http.Request.Method, ApiPipeline.RouteOf(http), http.Request.Path.Value ?? "/", Authentication.BearerToken(http.Request), Authentication.CallerOrNull(http));

    /// <summary>What has arrived is carried out in the end, whether its sender still waits or not.</summary>
    private static async Task ArriveLateAsync(HttpContext http, TimeSpan? delay)
    {
        if (delay is null) return;
        http.Request.EnableBuffering();
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        http.Request.Body.Position = 0;
        http.RequestAborted = CancellationToken.None;
        await WaitAsync(http, delay, CancellationToken.None);
    }

    private static async Task WaitAsync(HttpContext http, TimeSpan? delay, CancellationToken cancellationToken)
    {
        if (delay is { } time) await Task.Delay(time, http.RequestServices.GetRequiredService<TimeProvider>(), cancellationToken);
    }

    /// <summary>Carries the call out and keeps its answer back.</summary>
    private static async Task<byte[]> HoldAsync(HttpContext http, RequestDelegate next)
    {
        var body = http.Response.Body;
        using var held = new MemoryStream();
        http.Response.Body = held;
        try
        {
            await next(http);
        }
        catch (Refusal refusal)
        {
            await Answers.WriteErrorAsync(http, refusal);
        }
        finally
        {
            http.Response.Body = body;
        }
        return held.ToArray();
    }

    private static async Task BreakAsync(HttpContext http, FaultConnection connection, byte[] answer)
    {
        if (connection is FaultConnection.Reset)
        {
            ApiPipeline.WriteDown(http, status: null);
            http.Abort();
            return;
        }
        var sent = connection is FaultConnection.TooLong ? answer.Length : answer.Length / 2;
        http.Response.ContentLength = connection switch
        {
            FaultConnection.TooLong => answer.Length + 10,
            FaultConnection.TooShort => sent,
            _ => answer.Length,
        };
        http.Response.Headers.Connection = "close";
        await http.Response.Body.WriteAsync(answer.AsMemory(0, sent), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        if (connection is not FaultConnection.TooShort) http.Abort();
    }

    private static Task RefuseAsync(HttpContext http, FaultRule rule, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        if (rule.RetryAfter is { } after) http.Response.Headers.RetryAfter = RetryAfter(after.ToString(), http);
        switch (rule.Body ?? (status == StatusCodes.Status429TooManyRequests ? FaultBody.Html : FaultBody.Json))
        {
            case FaultBody.Json:
                return Answers.WriteJsonErrorAsync(http, status, status == StatusCodes.Status500InternalServerError ? Texts.ServerError : "A fault was asked for.");
            case FaultBody.Html:
                http.Response.ContentType = "text/html";
                return http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"<html><body><h1>{status}</h1></body></html>"), http.RequestAborted);
            default:
                http.Response.ContentLength = 0;
                return http.Response.StartAsync(http.RequestAborted);
        }
    }

    private static string RetryAfter(string text, HttpContext http) =>
        text.StartsWith("date+", StringComparison.Ordinal) && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddSeconds(seconds).ToString("r", CultureInfo.InvariantCulture)
            : text;
}
