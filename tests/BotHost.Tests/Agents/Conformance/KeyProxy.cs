using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Agents.Conformance;

/// <summary>Hands requests on as they are and adds a key, for a client that cannot be given one.</summary>
internal sealed class KeyProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    private KeyProxy(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<KeyProxy> StartAsync(Uri host, string key, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var proxy = new KeyProxy(builder.Build());
        proxy._app.Urls.Add("http://127.0.0.1:0");
        proxy._app.Run(context => proxy.HandOnAsync(context, host, key));
        await proxy._app.StartAsync(cancellationToken);
        return proxy;
    }

    private async Task HandOnAsync(HttpContext context, Uri host, string key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(host, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Connection" or "Transfer-Encoding")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
        }

        request.Headers.Authorization = new("Bearer", key);
        try
        {
            using var response = await _http.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Connection" or "Transfer-Encoding")))
                context.Response.Headers[name] = values.ToArray();
            await using var body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
            var buffer = new byte[4096];
            // The headers go at once: a stream of events may have nothing to say for long.
            await context.Response.StartAsync(context.RequestAborted);
            while (await body.ReadAsync(buffer, context.RequestAborted) is var read and > 0)
            {
                await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            context.Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }
}
