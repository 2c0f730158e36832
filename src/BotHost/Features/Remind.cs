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

    private static async Task<Reply> OnceAsync([Label("when", De = "wann")] DateTimeOffset when, string text, BotContext context, CancellationToken cancellationToken)
    {
        if (when <= context.Now || when > context.Now.AddYears(10))
            return Texts.Say("RemindWhen");
        var mine = await MineAsync(context, cancellationToken);
        if (mine.Count >= Most)
            return TooMany;
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        var reminder = new Reminder(Next(mine), text);
        context.Schedule.At(when, Due, reminder);
        return Texts.Say("RemindSet", reminder.Number, TimeTexts.Moment(when, zone));
    }

    private static async Task<Reply> EveryAsync([Label("when", De = "wann")] Repetition when, string text, BotContext context, CancellationToken cancellationToken)
    {
        var mine = await MineAsync(context, cancellationToken);
        if (mine.Count >= Most)
            return TooMany;
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        var reminder = new Reminder(Next(mine), text, when);
        context.Schedule.Every(when, zone, Due, reminder);
        return Texts.Say("RemindSetEvery", reminder.Number, TimeTexts.Every(when), zone.Id);
    }

    private static async Task<Reply> ListAsync(BotContext context, CancellationToken cancellationToken)
    {
        var zone = await context.People.ZoneAsync(context.Sender.Id, cancellationToken);
        var mine = await MineAsync(context, cancellationToken);
        return mine.Count == 0
            ? Texts.Say("RemindNone")
            : MarkdownText.Join("\n", mine.Select(one => Markdown.Format(
                $"- **{one.Reminder.Number}**, {(one.Reminder.Every is { } every ? $"{TimeTexts.Every(every)} ({one.Zone ?? zone.Id})" : TimeTexts.Moment(one.Due, zone))}: {one.Reminder.Text}")));
    }

    private static async Task<Reply> CancelAsync([Label("number", De = "Nummer")] int number, BotContext context, CancellationToken cancellationToken) =>
        (await MineAsync(context, cancellationToken)).Find(one => one.Reminder.Number == number) is (var id, _, _, { } reminder)
            && await context.Schedule.CancelAsync(id, cancellationToken)
                ? Texts.Say("RemindCancelled", reminder.Text)
                : Texts.Say("RemindNoSuch", number);

    private static async Task<Reply> RemindAsync(Reminder reminder, Person sender, Room room, BotContext context, CancellationToken cancellationToken)
    {
        if (room.IsDirect)
            return Texts.Say("RemindDue", reminder.Text);
        var profile = await context.People.ReadAsync(sender.Id, cancellationToken);
        return Reply.Markdown($"{new Mention(sender.Id, profile?.DisplayName ?? sender.Email)} {Texts.Say("RemindDue", reminder.Text)}");
    }

    /// <summary>The sender's own: what others asked for in this room is theirs.</summary>
    private static async Task<List<(string Id, DateTimeOffset Due, string? Zone, Reminder Reminder)>> MineAsync(BotContext context, CancellationToken cancellationToken) =>
        [.. (await context.Schedule.ListAsync(cancellationToken)).Where(one => one.Route == Due && one.By == context.Sender.Id)
            .Select(one => (one.Id, one.Due, one.TimeZone, one.Data<Reminder>()!))];

    private static int Next(List<(string Id, DateTimeOffset Due, string? Zone, Reminder Reminder)> mine) => mine.Select(one => one.Reminder.Number).DefaultIfEmpty().Max() + 1;

    private static Reply TooMany => Texts.Say("RemindTooMany", Most);

    /// <param name="Number">What its person calls it; their own count in that room.</param>
    /// <param name="Every">For one that comes again.</param>
    private sealed record Reminder(int Number, string Text, Repetition? Every = null);
}
