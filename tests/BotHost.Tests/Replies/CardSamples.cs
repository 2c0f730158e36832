using System.ComponentModel.DataAnnotations;
using BotHost.Bot;

namespace BotHost.Tests.Replies;

/// <summary>What <c>docs/cards.md</c> shows.</summary>
internal static class CardSamples
{
    public static void Map(BotRoutes bot)
    {
        bot.Command("order", (string what) => new Card("Your order")
            .Text(Markdown.Escape(what), size: TextSize.Large)
            .Columns(c => c
                .Column(left => left.Image(new Uri("https://example.com/box.png"), "A box", ImageSize.Small), ColumnWidth.Auto)
                .Column(right => right.Facts(("Price", "12 €"), ("Arrives", "Friday"))))
            .Separator()
            .Container(box => box.RichText(t => t.Run("Not yet ").Run("paid", weight: TextWeight.Bolder, color: CardColor.Attention)), CardStyle.Emphasis)
            .DateInput("day", "Deliver on", required: true)
            .Submit("Order", "order.place", new { what }, ButtonStyle.Positive)
            .ShowCard("Add a note", note => note.TextInput("note", "Note", multiLine: true).Submit("Order with note", "order.place", new { what }))
            .OpenUrl("Terms", new Uri("https://example.com/terms")));
        bot.Submit("order.place", (string what, DateOnly day, string? note) => Reply.Markdown($"Ordered **{what}** for {day:yyyy-MM-dd}. {note}"));

        bot.Command("leave", () => Card.Form<LeaveRequest>("Ask for leave", submit: "leave.request"));
        bot.Submit("leave.request", (LeaveRequest form) => form.Until < form.From
            ? Reply.Again((nameof(form.Until), "That is before the first day."))
            : Reply.Markdown($"Asked for {form.Kind} from {form.From:yyyy-MM-dd}."));

        bot.Command("tasks", () => Card.FromJson(
            """
            {
              "type": "AdaptiveCard", "version": "1.3",
              "body": [
                { "type": "TextBlock", "text": "Tasks of ${owner}", "weight": "Bolder" },
                { "type": "TextBlock", "$data": "${tasks}", "$when": "${state != 'done'}", "text": "${title}" }
              ],
              "actions": [ { "type": "Action.Submit", "id": "tasks.clear", "title": "Clear", "data": { "list": "${list}" } } ]
            }
            """,
            new { owner = "Ann", list = 7, tasks = new[] { new { title = "Paint *this*", state = "open" }, new { title = "Rest", state = "done" } } }));
        bot.Submit("tasks.clear", (int list) => $"Cleared {list}.");

        bot.Command("drop", (string table) => $"Dropped {table}.").Confirm("Really drop {table}?");
    }

    private enum LeaveKind
    {
        Holiday,
        [Display(Name = "Parental leave")]
        Parental,
    }

    private sealed record LeaveRequest(
        LeaveKind Kind,
        [Display(Name = "First day")] DateOnly From,
        [Display(Name = "Last day")] DateOnly? Until,
        [Range(1, 24)] int HoursADay = 8,
        [MultiLine] [StringLength(200)] string? Reason = null);
}
