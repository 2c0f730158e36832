using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace BotHost.Benchmarks;

/// <summary>
/// What an agent's call costs beside the call of Webex it stands for: 50 agents with ten calls a second each, nine of ten looking at a space and one posting;
/// before it, the same calls made of Webex directly, at the same rate. Each is timed from when it was due.
/// </summary>
internal static class AgentsBenchmark
{
    private const int Agents = 50, PerSecond = 10, PostsOneIn = 10;
    private const double MostAdded = 10;

    public static async Task<int> RunAsync(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("bothost-benchmark-");
        var (webexPort, hostPort) = (Ports.Free(), Ports.Free());
        using var webex = Processes.Serve("webex", webexPort.ToString());
        Process? host = null;
        try
        {
            await Ports.WaitAsync(webexPort);
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 200 }) { Timeout = TimeSpan.FromMinutes(2) };
            var (direct, mcp) = (new Uri($"http://127.0.0.1:{webexPort}"), new Uri($"http://127.0.0.1:{hostPort}"));
            var token = (await http.GetFromJsonAsync<JsonElement>(new Uri(direct, "/simulator/accounts"))).GetProperty("items").EnumerateArray()
                .Single(account => account.GetProperty("email").GetString() == "bothost@webex.bot").GetProperty("token").GetString()!;
            var room = (await SendAsync(http, direct, token, HttpMethod.Post, "rooms", new { title = "Agents" })).GetProperty("id").GetString()!;
            host = Processes.Serve("agents", hostPort.ToString(), folder.FullName, webexPort.ToString(), token, Agents.ToString());
            while (!File.Exists(Path.Combine(folder.FullName, "ready")))
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            var agents = (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "keys"))).Select(key => new AgentCaller(http, mcp, key)).ToArray();

            Func<int, bool, Task> rest = (_, posts) => posts
                ? SendAsync(http, direct, token, HttpMethod.Post, "messages", new { roomId = room, text = "ping" })
                : SendAsync(http, direct, token, HttpMethod.Get, $"rooms/{room}", null);
            Func<int, bool, Task> tool = async (agent, posts) =>
            {
                var answer = posts
                    ? await agents[agent].CallAsync("webex-create-message", new { roomId = room, text = "ping" }, CancellationToken.None)
                    : await agents[agent].CallAsync("webex-get-space", new { roomId = room }, CancellationToken.None);
                if (!answer.GetProperty("success").GetBoolean())
                    throw new InvalidOperationException(answer.ToString());
            };
            // All of it is still being compiled.
            await LoadAsync(rest, 3);
            await LoadAsync(tool, 5);
            var (baseline, called) = (await LoadAsync(rest, seconds), await LoadAsync(tool, seconds));

            Console.WriteLine($"{Agents} agents, {PerSecond} calls/s each, {seconds} s; ms from when a call was due to its answer");
            Console.WriteLine($"{"",-12} {"p50",8} {"p90",8} {"p99",8} {"worst",8}  calls");
            var fits = true;
            foreach (var (name, posts) in new[] { ("read", false), ("post", true) })
            {
                var (before, after) = (Sorted(baseline, posts), Sorted(called, posts));
                Print($"{name} REST", before, before.Count);
                Print($"{name} tool", after, after.Count);
                var added = At(after, 0.99) - At(before, 0.99);
                Console.WriteLine($"{name} added  p50 {At(after, 0.5) - At(before, 0.5):0.00} ms, p99 {added:0.00} ms (goal: {MostAdded:0})");
                fits &= added <= MostAdded;
            }

            return fits ? 0 : 1;
        }
        finally
        {
            host?.Kill();
            webex.Kill();
            await (host?.WaitForExitAsync() ?? Task.CompletedTask);
            host?.Dispose();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<(bool Posts, double Milliseconds)>> LoadAsync(Func<int, bool, Task> call, int seconds)
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, Agents).Select(async agent =>
        {
            var (mine, under) = (new List<(bool, double)>(), new List<Task>());
            for (var turn = 0; turn < seconds * PerSecond; turn++)
            {
                // Agents begin one after the other, not all at once.
                var due = TimeSpan.FromSeconds((turn + (agent / (double)Agents)) / PerSecond);
                if (due > clock.Elapsed)
                    await Task.Delay(due - clock.Elapsed, TimeProvider.System);
                under.Add(OneAsync(turn % PostsOneIn == agent % PostsOneIn, due));
            }

            await Task.WhenAll(under);
            return mine;

            async Task OneAsync(bool posts, TimeSpan due)
            {
                await call(agent, posts);
                lock (mine)
                    mine.Add((posts, (clock.Elapsed - due).TotalMilliseconds));
            }
        }));
        return [.. all.SelectMany(mine => mine)];
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, Uri webex, string token, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(webex, "/v1/" + path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static List<double> Sorted(List<(bool Posts, double Milliseconds)> calls, bool posts) =>
        [.. calls.Where(call => call.Posts == posts).Select(call => call.Milliseconds).Order()];

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static void Print(string name, List<double> sorted, int calls) =>
        Console.WriteLine($"{name,-12} {At(sorted, 0.5),8:0.00} {At(sorted, 0.9),8:0.00} {At(sorted, 0.99),8:0.00} {sorted[^1],8:0.00}  {calls}");
}
