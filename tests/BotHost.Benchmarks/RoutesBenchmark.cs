using System.Diagnostics;
using BotHost.Bot;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Benchmarks;

/// <summary>What many routes cost: at start-up, and for each message to find its route and read its arguments.</summary>
internal static class RoutesBenchmark
{
    private const int Messages = 200_000;

    private static readonly TimeSpan MostToBuild = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan MostToRead = TimeSpan.FromMicroseconds(10);

    /// <returns>1 where it takes longer than it may.</returns>
    public static int Run(int routes)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var isService = services.GetRequiredService<IServiceProviderIsService>();
        // The first table of a process also loads and compiles what it is made by: a start pays that, so it is what counts.
        var cold = Build(routes, isService, out var table);
        var warm = Enumerable.Range(0, 10).Select(_ => Build(routes, isService, out table)).Min();

        var texts = Enumerable.Range(0, 500).Select(i => new Incoming(
            new MessageId("m"), null, $"area{i % routes / 10} order{i % routes} {i} \"red paint\" --colour dark-red --fast as soon as it dries", [])).ToArray();
        Read(table, texts, Messages / 4);
        var read = Enumerable.Range(0, 5).Select(_ => Read(table, texts, Messages)).Min();

        Console.WriteLine($"{routes} routes of five parameters: built in {cold.TotalMilliseconds:0.0} ms in a new process, {warm.TotalMilliseconds:0.0} ms after that");
        Console.WriteLine($"a message found and read in {read.TotalMicroseconds:0.00} µs, best of 5 rounds of {Messages}");
        return cold <= MostToBuild && read <= MostToRead ? 0 : 1;
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

    private static TimeSpan Read(RouteTable table, Incoming[] texts, int count)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            if (table.Read(texts[i % texts.Length]) is not { Refusal: null, Arguments.Length: 5 })
                throw new InvalidOperationException("A message was not read.");
        }

        return Stopwatch.GetElapsedTime(began) / count;
    }

    private enum Colour
    {
        Red,
        DarkRed,
    }
}
