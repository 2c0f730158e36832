using System.Text;

namespace WebexSimulator.Control;

/// <summary>A call's body, for the ledger, where the settings want it there. Files are never kept.</summary>
internal static class KeptBody
{
    private static readonly object Key = new();

    public static string? Of(HttpContext http) => http.Items[Key] as string;

    public static async Task KeepAsync(HttpContext http, RequestDelegate next)
    {
        var isText = http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is false;
        if (isText && http.RequestServices.GetRequiredService<Ledger>().KeepsBodies)
        {
            var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            http.Items[Key] = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
            body.Position = 0;
            http.Request.Body = body;
        }
        await next(http);
    }
}
