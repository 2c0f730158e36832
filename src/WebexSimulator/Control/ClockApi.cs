namespace WebexSimulator.Control;

/// <summary><c>/simulator/clock</c>: reads the simulator's time, stops it, sets it and sends it ahead.</summary>
internal static class ClockApi
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(3650);

    public static void MapClock(this IEndpointRouteBuilder routes)
    {
        var time = routes.ServiceProvider.GetRequiredService<TimeProvider>();
        routes.MapGet("/simulator/clock", http => ControlAnswer.Ok(Now(time)).ExecuteAsync(http));
        routes.MapPost("/simulator/clock", async http => await (await OrderAsync(http.Request, time)).ExecuteAsync(http));
    }

    private static async Task<IResult> OrderAsync(HttpRequest request, TimeProvider time)
    {
        if (time is not SimulatorClock clock)
            return ControlAnswer.Wrong("The clock belongs to the program the simulator runs in: set it there.", StatusCodes.Status409Conflict);
        var (order, error) = await ControlAnswer.ReadAsync<ClockOrder>(request);
        if (order is null) return ControlAnswer.Wrong(error!);
        if (order.Advance < TimeSpan.Zero || order.Advance > Most) return ControlAnswer.Wrong("advance must be 00:00:00 to 3650 days, for example 00:05:00.");
        if (order.Set is { } at && (at - clock.GetUtcNow()).Duration() > Most) return ControlAnswer.Wrong("set must be within 3650 days of now.");

        if (order.Run is false) clock.Run(false);
        if (order.Set is { } now) clock.Set(now);
        if (order.Advance is { } by) clock.Advance(by);
        if (order.Run is true) clock.Run(true);
        return ControlAnswer.Ok(Now(clock));
    }

    private static ClockBody Now(TimeProvider time) => new(time.GetUtcNow(), time is not SimulatorClock { IsRunning: false });
}

internal sealed record ClockBody(DateTimeOffset Now, bool IsRunning);

/// <summary>What to do with the clock: stop or start it, set it, send it ahead; in this order where there are several.</summary>
internal sealed record ClockOrder(bool? Run, DateTimeOffset? Set, TimeSpan? Advance);
