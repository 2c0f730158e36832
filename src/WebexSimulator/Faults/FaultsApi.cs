using WebexSimulator.Control;
using WebexSimulator.Http;

namespace WebexSimulator.Faults;

/// <summary><c>/simulator/faults</c>: what is to go wrong.</summary>
internal static class FaultsApi
{
    private const string One = "/simulator/faults/{id}";

    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        var rules = routes.ServiceProvider.GetRequiredService<FaultRules>();
        routes.MapGet("/simulator/faults", http => ControlAnswer.Ok(new ListBody<FaultState>([.. rules.All.Select(fault => fault.State)])).ExecuteAsync(http));
        routes.MapPost("/simulator/faults", async http => await (await PutAsync(http, rules, null)).ExecuteAsync(http));
        routes.MapDelete("/simulator/faults", http =>
        {
            rules.Clear();
            return Results.NoContent().ExecuteAsync(http);
        });
        routes.MapGet(One, http => (rules.Find(Id(http)) is { } fault ? ControlAnswer.Ok(fault.State) : Unknown(http)).ExecuteAsync(http));
        routes.MapPut(One, async http => await (await PutAsync(http, rules, Id(http))).ExecuteAsync(http));
        routes.MapDelete(One, http => (rules.Remove(Id(http)) ? Results.NoContent() : Unknown(http)).ExecuteAsync(http));
    }

    private static async Task<IResult> PutAsync(HttpContext http, FaultRules rules, string? id)
    {
        var (rule, error) = await ControlAnswer.ReadAsync<FaultRule>(http.Request);
        return (error ?? rule!.Error()) is { } wrong
            ? ControlAnswer.Wrong(wrong)
            : ControlAnswer.Ok(rules.Put(id is null ? rule! : rule! with { Id = id }).State);
    }

    private static string Id(HttpContext http) => (string)http.Request.RouteValues["id"]!;

    private static IResult Unknown(HttpContext http) => ControlAnswer.Wrong($"There is no fault '{Id(http)}'.", StatusCodes.Status404NotFound);
}
