using System.Globalization;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Control;

/// <summary><c>/simulator/ledger</c>: reads it, counts it, and waits for it.</summary>
internal static class LedgerApi
{
    public static void MapLedger(this IEndpointRouteBuilder routes)
    {
        var (world, ledger) = (routes.ServiceProvider.GetRequiredService<World>(), routes.ServiceProvider.GetRequiredService<Ledger>());
        Map("/simulator/ledger", (query, _) => Task.FromResult(Answers.Ok(new ListBody<LedgerEntry>(ledger.Read(query)))));
        Map("/simulator/ledger/totals", (query, _) => Task.FromResult(ControlAnswer.Ok(ledger.Totals(query))));
        Map("/simulator/ledger/await", (query, http) => AwaitAsync(ledger, query, http));

        void Map(string path, Func<LedgerQuery, HttpContext, Task<IResult>> answer) => routes.MapGet(path, async http =>
        {
            try
            {
                await (await answer(LedgerQuery.Read(http.Request.Query, world), http)).ExecuteAsync(http);
            }
            catch (FormatException exception)
            {
                await ControlAnswer.Wrong(exception.Message).ExecuteAsync(http);
            }
        });
    }

    /// <summary>200 as soon as so many lines match, 504 when they do not in time; what there is in either case.</summary>
    private static async Task<IResult> AwaitAsync(Ledger ledger, LedgerQuery query, HttpContext http)
    {
        var count = http.Request.Query["count"] is not [{ Length: > 0 } text] ? 1
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormatException($"count: '{text}' is no number of lines.");
        var isReached = await Patience.OfAsync(http, cancellationToken => ledger.ReachedAsync(query, count, cancellationToken));
        return Answers.Ok(new ListBody<LedgerEntry>(ledger.Read(query)), isReached ? StatusCodes.Status200OK : StatusCodes.Status504GatewayTimeout);
    }
}

/// <summary>
/// How long a caller of the controls is willing to wait: <c>timeout</c> in seconds, 10 unless it says otherwise. By the world's clock, as
/// the simulator's may stand still.
/// </summary>
internal static class Patience
{
    private const double MaxSeconds = 600;

    public static async Task<bool> OfAsync(HttpContext http, Func<CancellationToken, Task> reached)
    {
        var seconds = double.TryParse(http.Request.Query["timeout"], NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted) ? wanted : 10;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, MaxSeconds)), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, http.RequestAborted);
        try
        {
            await reached(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return false;
        }
    }
}
