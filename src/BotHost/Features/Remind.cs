using System.Globalization;
using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Reminders: once or again and again, in the room where they were asked for, by the asker's own clock.</summary>
public static class Remind
{
    private const string Due = "reminder";

    /// <summary>More of one person in one room are no longer of use to them.</summary>
    private const int Most = 50;

    /// <summary>Maps <c>remind</c> and what belongs to it.</summary>
    public static void MapRemind(this BotRoutes bot)
    {
        bot.Command("remind", OnceAsync).Alias("remind me").Describe("Reminds you here: in 20 minutes, 2h, tomorrow 9:00", de: "Erinnert dich hier: in 20 minutes, 2h, tomorrow 9:00");
        bot.Command("remind every", EveryAsync).Alias("remind me every").Describe("Reminds you again and again: weekday at 9:00, mon, thu at 17:30", de: "Erinnert dich immer wieder: weekday at 9:00, mon, thu at 17:30");
        bot.Command("remind list", ListAsync).Describe("Lists your reminders of this room", de: "Zeigt deine Erinnerungen in diesem Raum");
        bot.Command("remind cancel", CancelAsync).Describe("Takes one back", de: "Nimmt eine zurück");
        bot.Scheduled(Due, RemindAsync);
    }

    private static async Task<Reply> OnceAsync(DateTimeOffset when, string text, BotContext context, CancellationToken cancellationToken)
    {
        if (when <= context.Now || when > context.Now.AddYears(10))
            return "Choose a time to come, within ten years.";
        var mine = await MineAsync(context, cancellationToken);
        if (mine.Count >= Most)
            return TooMany;
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        var reminder = new Reminder(Next(mine), text);
        context.Schedule.At(when, Due, reminder);
        return Reply.Markdown($"Reminder **{reminder.Number}**: {Shown(when, zone)}.");
    }

    private static async Task<Reply> EveryAsync(Repetition when, string text, BotContext context, CancellationToken cancellationToken)
    {
        var mine = await MineAsync(context, cancellationToken);
        if (mine.Count >= Most)
            return TooMany;
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        var reminder = new Reminder(Next(mine), text, when);
        context.Schedule.Every(when, zone, Due, reminder);
        return Reply.Markdown($"Reminder **{reminder.Number}**: every {when} ({zone.Id}).");
    }

    private static async Task<Reply> ListAsync(BotContext context, CancellationToken cancellationToken)
    {
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        var mine = await MineAsync(context, cancellationToken);
        return mine.Count == 0
            ? "You have no reminders here."
            : Reply.Markdown($"{MarkdownText.Join("\n", mine.Select(one => one.Reminder.Every is { } every
                ? Markdown.Format($"- **{one.Reminder.Number}**, every {every}: {one.Reminder.Text}")
                : Markdown.Format($"- **{one.Reminder.Number}**, {Shown(one.Due, zone)}: {one.Reminder.Text}")))}");
    }

    private static async Task<Reply> CancelAsync(int number, BotContext context, CancellationToken cancellationToken) =>
        (await MineAsync(context, cancellationToken)).Find(one => one.Reminder.Number == number) is (var id, _, { } reminder)
            && await context.Schedule.CancelAsync(id, cancellationToken)
                ? Reply.Markdown($"Cancelled: {reminder.Text}")
                : Reply.Markdown($"You have no reminder **{number}** here. See `remind list`.");

    private static async Task<Reply> RemindAsync(Reminder reminder, Person sender, Room room, BotContext context, CancellationToken cancellationToken)
    {
        if (room.IsDirect)
            return Reply.Markdown($"**Reminder**: {reminder.Text}");
        var profile = await context.People.ReadAsync(sender.Id, cancellationToken);
        return Reply.Markdown($"{new Mention(sender.Id, profile?.DisplayName ?? sender.Email)} **Reminder**: {reminder.Text}");
    }

    /// <summary>The sender's own: what others asked for in this room is theirs.</summary>
    private static async Task<List<(string Id, DateTimeOffset Due, Reminder Reminder)>> MineAsync(BotContext context, CancellationToken cancellationToken) =>
        [.. (await context.Schedule.ListAsync(cancellationToken)).Where(one => one.Route == Due && one.By == context.Sender.Id)
            .Select(one => (one.Id, one.Due, one.Data<Reminder>()!))];

    private static int Next(List<(string Id, DateTimeOffset Due, Reminder Reminder)> mine) => mine.Select(one => one.Reminder.Number).DefaultIfEmpty().Max() + 1;

    private static Reply TooMany => $"You have {Most} reminders here, which is enough. Cancel some: `remind list`";

    private static string Shown(DateTimeOffset when, TimeZoneInfo zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(when, zone):ddd d MMM yyyy H:mm} ({zone.Id})");

    /// <param name="Number">What its person calls it; their own count in that room.</param>
    /// <param name="Every">For one that comes again.</param>
    private sealed record Reminder(int Number, string Text, Repetition? Every = null);
}
