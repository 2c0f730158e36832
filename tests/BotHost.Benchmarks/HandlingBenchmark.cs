using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace BotHost.Benchmarks;

/// <summary>
/// Commands per second from a person's message to the bot's reply, over many spaces: the whole way, with the local Webex, the bot and the load
/// as three processes on whatever cores there are. Beside it, what the same load costs where nobody answers.
/// </summary>
internal static class HandlingBenchmark
{
    private const int Rooms = 200;
    private const int Posters = 32;

    public static async Task<int> RunAsync(int commands)
    {
        var folder = Directory.CreateTempSubdirectory("bothost-benchmark-");
        var (webexPort, botPort) = (Ports.Free(), Ports.Free());
        using var webex = Processes.Serve("webex", webexPort.ToString());
        Process? bot = null;
        try
        {
            await Ports.WaitAsync(webexPort);
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{webexPort}"), Timeout = TimeSpan.FromMinutes(10) };
            var accounts = (await http.GetFromJsonAsync<JsonElement>("/simulator/accounts")).GetProperty("items").EnumerateArray()
                .ToDictionary(account => account.GetProperty("email").GetString()!, account => account.GetProperty("token").GetString()!);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accounts["alice@example.com"]);
            var rooms = await MakeRoomsAsync(http);

            await PostAsync(http, rooms, commands);
            var alone = await PostAsync(http, rooms, commands);
            bot = Processes.Serve("handling", botPort.ToString(), folder.FullName, webexPort.ToString(), accounts["bothost@webex.bot"]);
            await ReadyAsync(botPort);
            // As many that do not count: all of it is still being compiled.
            await AnsweredAsync(http, rooms, commands, 0);
            using var self = Process.GetCurrentProcess();
            Process[] all = [bot, webex, self];
            var before = Array.ConvertAll(all, Spent);
            var answered = await AnsweredAsync(http, rooms, commands, commands);

            Console.WriteLine($"{commands} commands in {Rooms} spaces, {Posters} at a time");
            Console.WriteLine($"posted, nobody answering: {commands / alone.TotalSeconds:0}/s");
            Console.WriteLine($"posted and answered:      {commands / answered.TotalSeconds:0}/s");
            var spent = all.Select((process, i) => (Spent(process) - before[i]).TotalMilliseconds / commands).ToList();
            Console.WriteLine($"ms of processor a command: the bot {spent[0]:0.00}, Webex {spent[1]:0.00}, the load {spent[2]:0.00}");
            Console.WriteLine($"the bot's memory after it: {bot.WorkingSet64 / 1024 / 1024} MB");
            return 0;
        }
        finally
        {
            bot?.Kill();
            webex.Kill();
            await (bot?.WaitForExitAsync() ?? Task.CompletedTask);
            bot?.Dispose();
            folder.Delete(recursive: true);
        }
    }

    private static TimeSpan Spent(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static async Task<string[]> MakeRoomsAsync(HttpClient http)
    {
        var rooms = new string[Rooms];
        for (var i = 0; i < Rooms; i++)
        {
            using var room = await http.PostAsJsonAsync("/v1/rooms", new { title = $"Room {i}" });
            rooms[i] = (await room.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            (await http.PostAsJsonAsync("/v1/memberships", new { roomId = rooms[i], personEmail = "bothost@webex.bot" })).EnsureSuccessStatusCode();
        }

        return rooms;
    }

    private static async Task<TimeSpan> PostAsync(HttpClient http, string[] rooms, int count)
    {
        var clock = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Posters).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var i && i < count)
            {
                using var posted = await http.PostAsJsonAsync(
                    "/v1/messages", new { roomId = rooms[i % rooms.Length], markdown = "<@personEmail:bothost@webex.bot> ping" });
                posted.EnsureSuccessStatusCode();
            }
        }));
        return clock.Elapsed;
    }

    private static async Task<TimeSpan> AnsweredAsync(HttpClient http, string[] rooms, int count, int before)
    {
        var clock = Stopwatch.StartNew();
        await PostAsync(http, rooms, count);
        (await http.GetAsync($"/simulator/ledger/await?kind=call&method=POST&route=/messages&person=bothost@webex.bot&status=2xx&count={before + count}&timeout=300"))
            .EnsureSuccessStatusCode();
        return clock.Elapsed;
    }

    private static async Task ReadyAsync(int port)
    {
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Ports.WaitAsync(port);
        while (!(await http.GetAsync($"http://127.0.0.1:{port}/health/ready", patience.Token)).IsSuccessStatusCode)
            await Task.Yield();
    }
}
