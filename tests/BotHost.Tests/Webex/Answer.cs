using Microsoft.AspNetCore.Http;

namespace BotHost.Tests.Webex;

/// <summary>What a scripted server does with one request.</summary>
internal sealed record Answer(Func<HttpContext, Task> WriteAsync)
{
    /// <summary>Breaks the connection off without a word.</summary>
    public static Answer Reset { get; } = new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Says nothing until the client gives up.</summary>
    public static Answer Silence { get; } = new(context => GoneAsync(context.RequestAborted));

    public static Answer Json(string json, int status = 200) => Body(json, "application/json;charset=UTF-8", status);

    public static Answer Status(int status) => new(context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public static Answer Body(string body, string contentType, int status) => new(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
    });

    /// <summary>Promises more than it sends, then closes the connection.</summary>
    public static Answer Truncated(string body, int status = 200) => new(context => BeginAsync(context, body, status));

    /// <summary>Promises more than it sends, then falls silent.</summary>
    public static Answer Stalled(string body, int status = 200) => new(async context =>
    {
        await BeginAsync(context, body, status);
        await GoneAsync(context.RequestAborted);
    });

    public Answer With(string header, string value) => new(context =>
    {
        context.Response.Headers.Append(header, value);
        return WriteAsync(context);
    });

    private static async Task BeginAsync(HttpContext context, string body, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = body.Length + 1000;
        await context.Response.WriteAsync(body);
        await context.Response.Body.FlushAsync();
    }

    private static async Task GoneAsync(CancellationToken gone)
    {
        var signal = new TaskCompletionSource();
        await using (gone.Register(signal.SetResult))
            await signal.Task;
    }
}
