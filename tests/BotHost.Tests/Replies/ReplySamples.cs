using System.Text;
using BotHost.Bot;

namespace BotHost.Tests.Replies;

/// <summary>What <c>docs/replies.md</c> shows.</summary>
internal static class ReplySamples
{
    public static void Map(BotRoutes bot)
    {
        bot.Command("greet", (Mention who) => Reply.Markdown($"Hello {who}, **welcome**!"));

        bot.Command("export", (string list) => new[]
        {
            Reply.Markdown($"The list **{list}**:").WithFile("list.csv", Encoding.UTF8.GetBytes("name;count\nscrews;12\n"), "text/csv"),
            Reply.Text("And how to read it.").WithFile("readme.txt", Encoding.UTF8.GetBytes("One line for each thing."), "text/plain"),
        });

        bot.Command("salary", () => new[] { Reply.Text("You earn enough.").Privately(), Reply.Text("I told you alone.") });
        bot.Command("announce", (string text) => Reply.Markdown($"{text}").OutsideThread());
        bot.Command("closing", async (string text, BotContext ctx) =>
        {
            foreach (var space in (await ctx.Spaces.ListAllAsync("team")).Take(50))
                ctx.Announce(space.Id, text);
            return "They will know.";
        }).Allow(Policy.Admins);

        bot.Command("import", async (BotContext ctx, CancellationToken ct) =>
        {
            var progress = await ctx.ProgressAsync("Importing… 0 %", ct);
            for (var done = 10; done <= 100; done += 10)
                progress.Report($"Importing… {done} %");
            return progress.Finish("Imported **1,204** things.");
        });
    }
}
