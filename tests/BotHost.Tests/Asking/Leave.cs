using System.Collections.Concurrent;
using BotHost.Bot;

namespace BotHost.Tests.Asking;

/// <summary>A handler that asks, does something, and asks again; and what it did.</summary>
internal sealed class Leave
{
    public ConcurrentQueue<string> Filed { get; } = [];

    public void Map(BotRoutes routes)
    {
        Features.Help.MapHelp(routes);
        routes.Command("ping", () => "pong");
        routes.Command("leave", async (BotContext ctx) =>
        {
            var first = ctx.Send("Let us see.");
            var number = await ctx.OnceAsync("number", _ => Task.FromResult(Filed.Count + 1));
            ctx.State.Person<int>("asked").Set(await ctx.State.Person<int>("asked").GetAsync() + 1);
            var day = await ctx.AskAsync<DateOnly>("Which day?");
            ctx.Edit(first, $"Leave {number}.");
            if (!await ctx.AskAsync<bool>($"{day:yyyy-MM-dd}, are you sure?"))
                return "As you like.";
            await ctx.OnceAsync("file", _ =>
            {
                Filed.Enqueue($"{number} {day:yyyy-MM-dd} {ctx.Now.Year > 2000}");
                return Task.FromResult(true);
            });
            return $"Filed. Asked {await ctx.State.Person<int>("asked").GetAsync()} times.";
        });
    }
}
