using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>The simulator's own controls, as a test uses them.</summary>
internal static class Controls
{
    public static async Task<JsonElement> ClockAsync(this LocalWebex webex, object order) => (await webex.ControlAsync(HttpMethod.Post, "clock", order)).Body;

    public static async Task<string> FaultAsync(this LocalWebex webex, object rule)
    {
        var (status, body) = await webex.ControlAsync(HttpMethod.Post, "faults", rule);
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        return body.GetProperty("rule").GetProperty("id").GetString()!;
    }

    public static async Task<IReadOnlyList<JsonElement>> LedgerAsync(this LocalWebex webex, string query = "") =>
        [.. (await webex.ControlAsync(HttpMethod.Get, $"ledger{query}")).Body.GetProperty("items").EnumerateArray()];

    public static async Task<(HttpStatusCode Status, JsonElement Body)> ControlAsync(this LocalWebex webex, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/simulator/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await webex.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }
}
