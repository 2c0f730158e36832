namespace BotHost.Operations;

/// <summary>
/// Keeps two worlds apart. By the public listener <c>/admin</c> does not exist; by the operators' nothing else does but health, and
/// nothing of <c>/admin</c> without the token, or on its page a session that was begun with it.
/// </summary>
internal sealed partial class AdminDoor(RequestDelegate next, AdminToken token, PageDoor page, TimeProvider time, ILogger<AdminDoor> logger)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private long _mayLogAt;

    public Task InvokeAsync(HttpContext context)
    {
        var isAdmin = context.Request.Path.StartsWithSegments("/admin");
        var isOperator = AdminListener.IsDoorOf(context);
        if (isAdmin != isOperator && !(isOperator && context.Request.Path.StartsWithSegments("/health")))
            return Answer(context, StatusCodes.Status404NotFound);
        if (PageDoor.Owns(context.Request.Path))
            return page.InvokeAsync(context, next);
        if (!isAdmin || token.Admits(context.Request.Headers.Authorization))
            return next(context);

        var now = time.GetUtcNow().Ticks;
        var mayLogAt = Interlocked.Read(ref _mayLogAt);
        if (now >= mayLogAt && Interlocked.CompareExchange(ref _mayLogAt, now + Quiet.Ticks, mayLogAt) == mayLogAt)
            Log.Refused(logger, context.Connection.RemoteIpAddress?.ToString());
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Answer(context, StatusCodes.Status401Unauthorized);
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Refused a call of /admin from {Address}: it had no token, or a wrong one (said once a minute at most)")]
        public static partial void Refused(ILogger logger, string? address);
    }
}
