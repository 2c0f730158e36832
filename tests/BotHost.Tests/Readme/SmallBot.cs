using System.ComponentModel.DataAnnotations;
using BotHost.Bot;

namespace BotHost.Tests.Readme;

/// <summary>The bot of the page "A small bot, whole".</summary>
public static class SmallBot
{
    private const string Elsewhere = "Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi81YWZkNmY0Yi02ZTliLTQzMWQtYmQzZS0yMmJmMDdiNzQ4MzM";

    /// <summary>Maps what it can do.</summary>
    public static void Map(BotRoutes bot)
    {
        bot.Command("convert", (double fahrenheit) => $"{fahrenheit} °F is **{(fahrenheit - 32) / 1.8:0.#} °C**.");

        bot.Command("leave", () => Card.Form<Leave>("Leave", submit: "leave"));
        bot.Submit("leave", (Leave leave) => Reply.Markdown($"{leave.Kind} from {leave.From:yyyy-MM-dd}, {leave.Reason}: noted."));

        bot.Command("remind", (TimeSpan after, string text, BotContext ctx) =>
        {
            ctx.Schedule.In(after, "reminder", text);
            return $"In {after}.";
        });
        bot.Scheduled("reminder", (string text) => Reply.Markdown($"Reminder: {text}"));

        bot.Command("salary", () => "Nobody knows.").Allow(Policy.AnyOf(Policy.Organisations(Elsewhere), Policy.People("carol@example.com")));
    }

    private enum Kind { Holiday, Illness }

    private sealed record Leave([property: StringLength(200)] string Reason, DateOnly From, Kind Kind);
}
