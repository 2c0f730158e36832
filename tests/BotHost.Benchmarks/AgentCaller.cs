using System.Net.Http.Headers;
using System.Text.Json;

namespace BotHost.Benchmarks;

/// <summary>An agent reduced to its calls: each a request that stands alone, as of a client without a session.</summary>
internal sealed class AgentCaller(HttpClient http, Uri host, string key)
{
    private long _number;

    /// <summary>Calls a tool.</summary>
    /// <returns>What it answered: <c>success</c> and what belongs to it.</returns>
    /// <exception cref="HttpRequestException">Nobody answered, or not as a server of agents does.</exception>
    public async Task<JsonElement> CallAsync(string tool, object arguments, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "/mcp"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        request.Headers.TryAddWithoutValidation("MCP-Protocol-Version", "2025-11-25");
        var call = new { jsonrpc = "2.0", id = Interlocked.Increment(ref _number), method = "tools/call", @params = new { name = tool, arguments } };
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(call)) { Headers = { ContentType = new("application/json") } };
        using var response = await http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        response.EnsureSuccessStatusCode();
        var data = body.Split('\n').Last(line => line.StartsWith("data: {", StringComparison.Ordinal))[6..];
        return JsonElement.Parse(JsonElement.Parse(data).GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()!);
    }
}
