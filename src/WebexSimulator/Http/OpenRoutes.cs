namespace WebexSimulator.Http;

/// <summary>Maps what is asked before there is a token: the operations tokens are got with.</summary>
internal static class OpenRoutes
{
    public static void OpenGet(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, IResult> operation) =>
        routes.Open(HttpMethods.Get, pattern, http => Task.FromResult(operation(http)));

    public static void OpenPost(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Fields, IResult> operation)
    {
        var options = routes.ServiceProvider.GetRequiredService<SimulatorOptions>();
        routes.Open(HttpMethods.Post, pattern, async http => operation(http, await Fields.ReadAsync(http.Request, options, http.RequestAborted)));
    }

    /// <summary>For what needs no body.</summary>
    public static void OpenPostBare(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, IResult> operation) =>
        routes.Open(HttpMethods.Post, pattern, http => Task.FromResult(operation(http)));

    public static bool IsOpen(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<WithoutToken>() is not null;

    private static void Open(this IEndpointRouteBuilder routes, string method, string pattern, Func<HttpContext, Task<IResult>> operation)
    {
        RequestDelegate handle = async http => await (await operation(http)).ExecuteAsync(http);
        routes.MapMethods(pattern, [method], handle).WithMetadata(new WithoutToken());
    }

    private sealed class WithoutToken;
}
