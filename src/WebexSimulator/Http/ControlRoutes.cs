namespace WebexSimulator.Http;

/// <summary>Maps a control of the simulator that takes a body. Outside the API: no caller, no ledger, but refusals look the same.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this IEndpointRouteBuilder routes, string method, string pattern, Func<HttpContext, Fields, IResult> control)
    {
        var options = routes.ServiceProvider.GetRequiredService<SimulatorOptions>();
        RequestDelegate handle = async http =>
        {
            try
            {
                await control(http, await Fields.ReadAsync(http.Request, options, http.RequestAborted)).ExecuteAsync(http);
            }
            catch (Refusal refusal)
            {
                await Answers.WriteErrorAsync(http, refusal);
            }
        };
        routes.MapMethods(pattern, [method], handle);
    }
}
