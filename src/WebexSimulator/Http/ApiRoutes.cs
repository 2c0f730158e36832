namespace WebexSimulator.Http;

/// <summary>Maps an operation of the API: the pipeline before it knows the caller, the result after it writes the answer.</summary>
internal static class ApiRoutes
{
    public static void Get(this IEndpointRouteBuilder routes, string pattern, Func<ApiCall, IResult> operation) =>
        routes.Map(HttpMethods.Get, pattern, call => Task.FromResult(operation(call)));

    public static void Post(this IEndpointRouteBuilder routes, string pattern, Func<ApiCall, Fields, IResult> operation) =>
        routes.Map(HttpMethods.Post, pattern, async call => operation(call, await call.BodyAsync()));

    /// <summary>For an operation that has to wait for others before it can do its work.</summary>
    public static void Post(this IEndpointRouteBuilder routes, string pattern, Func<ApiCall, Fields, Task<IResult>> operation) =>
        routes.Map(HttpMethods.Post, pattern, async call => await operation(call, await call.BodyAsync()));

    /// <summary>For what needs no body.</summary>
    public static void PostOrNothing(this IEndpointRouteBuilder routes, string pattern, Func<ApiCall, Fields?, IResult> operation) =>
        routes.Map(HttpMethods.Post, pattern, async call => operation(call, call.HasBody ? await call.BodyAsync() : null));

    /// <summary>HEAD answers with GET's headers.</summary>
    public static void GetOrHead(this IEndpointRouteBuilder routes, string pattern, Func<ApiCall, IResult> operation)
    {
        routes.Get(pattern, operation);
        routes.Map(HttpMethods.Head, pattern, call => Task.FromResult(operation(call)));
    }

    public static void Put(this IEndpointRouteBuilder routes, string pattern, Func<ApiCall, Fields, IResult> operation) =>
        routes.Map(HttpMethods.Put, pattern, async call => operation(call, await call.BodyAsync()));

    public static void Patch(this IEndpointRouteBuilder routes, string pattern, Func<ApiCall, Fields, IResult> operation) =>
        routes.Map(HttpMethods.Patch, pattern, async call => operation(call, await call.BodyAsync()));

    /// <summary>Where Webex has been seen to take PATCH for PUT.</summary>
    public static void PutOrPatch(this IEndpointRouteBuilder routes, string pattern, Func<ApiCall, Fields, IResult> operation)
    {
        routes.Put(pattern, operation);
        routes.Patch(pattern, operation);
    }

    /// <summary>Deleting answers 204 with nothing in it.</summary>
    public static void Delete(this IEndpointRouteBuilder routes, string pattern, Action<ApiCall> operation) =>
        routes.Map(HttpMethods.Delete, pattern, call =>
        {
            operation(call);
            return Task.FromResult(Answers.NoContent());
        });

    /// <summary>For what may be told why it is deleted.</summary>
    public static void Delete(this IEndpointRouteBuilder routes, string pattern, Action<ApiCall, Fields?> operation) =>
        routes.Map(HttpMethods.Delete, pattern, async call =>
        {
            operation(call, call.HasBody ? await call.BodyAsync() : null);
            return Answers.NoContent();
        });

    // A RequestDelegate, not a typed lambda: nothing is bound by reflection, and start-up stays short.
    private static void Map(this IEndpointRouteBuilder routes, string method, string pattern, Func<ApiCall, Task<IResult>> operation)
    {
        var options = routes.ServiceProvider.GetRequiredService<SimulatorOptions>();
        RequestDelegate handle = async http => await (await operation(new ApiCall(http, Authentication.Token(http), options))).ExecuteAsync(http);
        routes.MapMethods(pattern, [method], handle);
    }
}
