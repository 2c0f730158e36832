using System.Diagnostics;
using System.Globalization;
using BotHost.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Benchmarks;

/// <summary>
/// What many routes cost: at start-up, and for each message to find its route and read its arguments. Beside them the same handlers as ASP.NET's
/// minimal APIs, and the least that reading such a text takes: a machine that is slow at the moment is slow with those too.
/// </summary>
internal static class RoutesBenchmark
{
    private const int Messages = 200_000;

    private static readonly TimeSpan MostToBuild = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan MostToRead = TimeSpan.FromMicroseconds(10);

    /// <returns>1 where it takes longer than it may.</returns>
    public static async Task<int> RunAsync(int routes, int rounds)
    {
        Console.WriteLine($"{routes} routes of five parameters, {rounds} rounds; each building in a process of its own");
        Console.WriteLine($"{"round",5} {"minimal APIs ms",16} {"built ms",9} {"ratio",6} {"split µs",9} {"read µs",8} {"ratio",6}");
        var (built, read) = (new List<double>(), new List<double>());
        var reader = new Reader(routes);
        for (var round = 1; round <= rounds; round++)
        {
            var (minimal, ours) = (await InNewProcessAsync("minimal", routes), await InNewProcessAsync("bot", routes));
            var (split, found) = (reader.Split(Messages), reader.Read(Messages));
            built.Add(ours);
            read.Add(found.TotalMicroseconds);
            Console.WriteLine($"{round,5} {minimal,16:0.0} {ours,9:0.0} {ours / minimal,6:0.00} {split.TotalMicroseconds,9:0.00} {found.TotalMicroseconds,8:0.00} {found / split,6:0.0}");
        }

        var (build, readOne) = (Median(built), Median(read));
        Console.WriteLine($"median: built in {build:0.0} ms (at most {MostToBuild.TotalMilliseconds:0}), a message found and read in {readOne:0.00} µs (at most {MostToRead.TotalMicroseconds:0})");
        return build <= MostToBuild.TotalMilliseconds && readOne <= MostToRead.TotalMicroseconds ? 0 : 1;
    }

    /// <summary>Builds once and prints the milliseconds. The first table of a process also loads and compiles what it is made by: a start pays that.</summary>
    public static async Task<int> BuildAsync(string what, int routes)
    {
        TimeSpan took;
        if (what == "minimal")
        {
            await using var app = WebApplication.CreateSlimBuilder().Build();
            took = BuildMinimal(routes, app);
        }
        else
        {
            await using var services = new ServiceCollection().BuildServiceProvider();
            took = Build(routes, services.GetRequiredService<IServiceProviderIsService>(), out _);
        }

        Console.WriteLine(took.TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<double> InNewProcessAsync(string what, int routes)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["build-routes", what, $"{routes}"]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(said, CultureInfo.InvariantCulture);
    }

    private static TimeSpan Build(int count, IServiceProviderIsService services, out RouteTable table)
    {
        var began = Stopwatch.GetTimestamp();
        var bot = new BotRoutes();
        for (var i = 0; i < count; i++)
        {
            bot.Command($"area{i / 10} order{i}", (int number, string what, string why, [Option] Colour colour = Colour.Red, bool fast = false) => why)
                .Describe("Orders paint");
        }

        table = bot.Build(services);
        return Stopwatch.GetElapsedTime(began);
    }

    private static TimeSpan BuildMinimal(int count, IEndpointRouteBuilder app)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            app.MapGet($"/area{i / 10}/order{i}/{{number}}/{{what}}/{{why}}", (int number, string what, string why, Colour colour = Colour.Red, bool fast = false) => why);
        }

        return app.DataSources.Sum(source => source.Endpoints.Count) == count ? Stopwatch.GetElapsedTime(began) : throw new InvalidOperationException("Not every route was built.");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private enum Colour
    {
        Red,
        DarkRed,
    }

    private sealed class Reader
    {
        private readonly RouteTable _table;
        private readonly Incoming[] _texts;

        public Reader(int routes)
        {
            using var services = new ServiceCollection().BuildServiceProvider();
            Build(routes, services.GetRequiredService<IServiceProviderIsService>(), out _table);
            _texts = [.. Enumerable.Range(0, 500).Select(i => new Incoming(
                new MessageId("m"), null, $"area{i % routes / 10} order{i % routes} {i} \"red paint\" --colour dark-red --fast as soon as it dries", []))];
            // Rounds that do not count: both are still being compiled.
            Read(Messages / 4);
            Split(Messages / 4);
        }

        public TimeSpan Read(int count)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < count; i++)
            {
                if (_table.Read(_texts[i % _texts.Length]) is not { Refusal: null, Arguments.Length: 5 })
                    throw new InvalidOperationException("A message was not read.");
            }

            return Stopwatch.GetElapsedTime(began) / count;
        }

        public TimeSpan Split(int count)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < count; i++)
            {
                if (!int.TryParse(_texts[i % _texts.Length].Text.Split(' ')[2], CultureInfo.InvariantCulture, out _))
                    throw new InvalidOperationException("A message was not read.");
            }

            return Stopwatch.GetElapsedTime(began) / count;
        }
    }
}
