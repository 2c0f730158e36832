using BotHost.Bot;
using BotHost.Features;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Benchmarks.Faults;

/// <summary>
/// The bot the experiments talk to. <c>say 7 2</c> is answered <c>7.1</c> and <c>7.2</c>; <c>ask 7</c> asks <c>/people</c> first; <c>book</c>
/// asks which day; <c>every-minute</c> is answered <c>tick</c> each minute; the other commands go wrong until the file
/// <see cref="Mended"/> is there, and then are answered <c>7.1</c>. With <c>--Faults:Shipped=true</c> it can do what the bot is shipped with, too.
/// </summary>
internal static class FaultBot
{
    /// <summary>Names of files, or what they begin with, in the folder it is given with <c>--Faults:Folder</c>.</summary>
    public const string Mended = "mended", Diary = "diary", Clock = "clock", Booked = "booked";

    public static Task<int> RunAsync(string[] args) => BotHostApp.RunAsync(args, bot => Map(bot, args.Contains("--Faults:Shipped=true")), Configure);

    private static void Map(BotRoutes bot, bool isShipped)
    {
        if (isShipped)
            ShippedFeatures.Map(bot);
        bot.Command("say", (BotContext context, int number, int times, HandlerDiary diary) =>
        {
            using var run = diary.Begin(context.Room.Id.Value, number);
            for (var time = 1; time <= times; time++)
                context.Send($"{number}.{time}");
        });
        bot.Command("ask", async (BotContext context, int number) =>
        {
            await context.People.FindByEmailAsync(LocalWebex.BotEmail, context.Aborted);
            context.Send($"{number}.1");
        });
        bot.Command("throw", (BotContext context, int number, HandlerDiary diary) => Fail(context, number, diary, () => throw new InvalidOperationException("As told.")));
        bot.Command("end", (BotContext context, int number, HandlerDiary diary) => Fail(context, number, diary, () => Environment.Exit(134)));
        bot.Command("book", async (BotContext context, IConfiguration settings) =>
        {
            context.Send("Let us see.");
            await context.OnceAsync("begin", _ => NoteAsync("begun"));
            var day = await context.AskAsync<DateOnly>("Which day?");
            context.Send("One moment.");
            await context.OnceAsync("book", _ => NoteAsync($"booked {day:yyyy-MM-dd}"));
            return "Booked.";

            async Task<bool> NoteAsync(string what)
            {
                await File.AppendAllLinesAsync(Path.Combine(settings["Faults:Folder"]!, Booked), [what], CancellationToken.None);
                return true;
            }
        });
        bot.Command("every-minute", (BotContext context) =>
        {
            context.Schedule.Every("* * * * *", "UTC", "minute");
            return "Every minute.";
        });
        bot.Scheduled("minute", () => "tick");
        bot.Command("hang", async (BotContext context, int number, HandlerDiary diary) =>
        {
            // Every other one does not listen when it is told to stop, and is left behind beside whatever is handled next: it is not noted.
            if (!diary.IsMended)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, number % 2 == 0 ? context.Aborted : CancellationToken.None);
            context.Send($"{number}.1");
        });
    }

    private static void Fail(BotContext context, int number, HandlerDiary diary, Action fail)
    {
        using var run = diary.Begin(context.Room.Id.Value, number);
        if (!diary.IsMended)
            fail();
        context.Send($"{number}.1");
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Faults:Folder"]!;
        builder.Services.AddSingleton(new HandlerDiary(folder));
        builder.Services.AddSingleton<TimeProvider>(new WrongClock(Path.Combine(folder, Clock)));
    }
}
