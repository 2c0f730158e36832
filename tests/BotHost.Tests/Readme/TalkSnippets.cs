using BotHost.Bot;

namespace BotHost.Tests.Readme;

/// <summary>The code of the pages about state, time and conversations, as it stands there.</summary>
internal static class TalkSnippets
{
    public static void MapState(BotRoutes bot)
    {
        bot.Command("units", async (string units, TurnState state) =>
        {
            var settings = state.Person<Settings>();
            var before = await settings.GetAsync() ?? new Settings("celsius");
            settings.Set(before with { Units = units });
            return $"From {before.Units} to {units}.";
        });
    }

    public static void MapSchedule(BotRoutes bot)
    {
        bot.Command("remind", (TimeSpan after, string what, BotContext ctx) =>
        {
            ctx.Schedule.In(after, "reminder", new Reminder(what));
            return $"In {after}, then.";
        });
        bot.Command("stand-up", async (BotContext ctx) =>
        {
            var zone = (await ctx.People.ReadAsync(ctx.Sender.Id))?.TimeZone ?? "Europe/Berlin";
            var id = ctx.Schedule.Every("30 9 * * MON-FRI", zone, "reminder", new Reminder("Stand-up!"));
            return $"On weekdays at 9:30 ({zone}). To stop it: **unschedule {id}**";
        });
        bot.Command("unschedule", async (string id, BotContext ctx) => await ctx.Schedule.CancelAsync(id) ? "Stopped." : "There is no such thing here.");

        bot.Scheduled("reminder", (Reminder reminder, Person sender) => Reply.Markdown($"{reminder.What}"));

        bot.Command("tea", async (Repetition when, BotContext ctx) =>
        {
            var id = ctx.Schedule.Every(when, await ctx.People.ZoneAsync(ctx.Sender.Id), "reminder", new Reminder("Tea!"));
            return $"Every {when}. To stop it: **unschedule {id}**";
        });
    }

    public static void MapNudge(BotRoutes bot)
    {
        bot.Command("nudge", async (Mention who, string what, BotContext ctx) =>
        {
            var theirs = await ctx.Schedule.ForAsync(who.Id, "Hello! I ask people what others want to know of them.");
            theirs.In(TimeSpan.Zero, "nudge", what);
            return "I am asking.";
        });
        bot.Scheduled("nudge", async (string what, BotContext ctx) => await ctx.AskAsync<bool>($"Have you done it: {what}?") ? "Thank you." : "Please do.");
    }

    public static void MapQuestions(BotRoutes bot)
    {
        bot.Command("leave", async (BotContext ctx, Desk desk) =>
        {
            var day = await ctx.AskAsync<DateOnly>("Which day?");
            var kind = await ctx.AskAsync("What kind of leave?", ["Holiday", "Moving house"]);
            if (!await ctx.AskAsync<bool>($"{kind} on {day:yyyy-MM-dd}, are you sure?"))
                return "As you like.";
            return $"Filed as **#{await ctx.OnceAsync("file", ct => desk.FileAsync(ctx.Sender, day, kind, ct))}**.";
        });
        bot.Command("order", async (BotContext ctx) =>
        {
            var order = await ctx.AskFormAsync<Order>("Your order");
            return Reply.Markdown($"{order.Count} × {order.What}, coming.");
        });
    }

    internal sealed class Desk
    {
        private int _filed;

        public Task<int> FileAsync(Person person, DateOnly day, string kind, CancellationToken cancellationToken) => Task.FromResult(Interlocked.Increment(ref _filed));
    }

    private sealed record Order(string What, int Count = 1);

    private sealed record Reminder(string What);

    private sealed record Settings(string Units);
}
