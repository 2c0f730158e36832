using System.Diagnostics;
using BotHost.Bot;
using FsCheck.Fluent;

namespace BotHost.Tests.Bot;

public sealed class HostileInputTests
{
    private static readonly Chat Bot = new(bot =>
    {
        for (var i = 0; i < 100; i++)
        {
            bot.Command($"command number{i}", () => "");
        }

        bot.Command("add", ([After("in")] string? title, bool moderator, [Option] int times = 1, params PersonRef[] people) => "");
        bot.Command("say", (string text, bool loud) => "");
        bot.Submit("s", (PersonRef[] people, int n) => "");
    });

    public static TheoryData<string> Texts =>
    [
        new string('a', 28) + "!", new string('(', 7439), new string('"', 7439), Repeat("\"a "), Repeat("“\\\" "), Repeat("‘a "), Repeat("'"), Repeat("--loud "), Repeat("--times "),
        "add " + Repeat("--moderator "), "add " + Repeat("a@b "), "add " + Repeat("in "), "say " + Repeat("--loud "), "say " + Repeat("\"x\" "), Repeat("\u200B"), Repeat("\uD83D"), Repeat("a\u0301\u0302"),
        Repeat("command "), "command nubmer1 " + Repeat("x"), Repeat("<@all>"), Repeat("[a](b)"), "add " + new string('@', 7000), "say \"" + Repeat("\\\\"),
    ];

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public async Task It_is_read_in_no_time_and_answered_shortly(string text)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var result = await Bot.RunAsync(text);
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
            Chat.Said(result).Sum(said => said.Length).ShouldBeLessThan(1000);
        }

        fastest.ShouldBeLessThan(TimeSpan.FromMilliseconds(50));
        (await Bot.PressAsync("s", new { people = text, n = text })).Effects.Single().Reply.Body.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task Whatever_is_typed_is_answered_and_mentions_nobody()
    {
        var pieces = Gen.Elements(
            "add ", "say ", "command ", "number1 ", "in ", "--loud ", "--times ", "--times=", "a@b ", "5 ", "\"", "“", "'", "\\", " ", "\n", "\u00A0", "\u200B", "\u202E", "\uD83D", "🎲", "<@all>",
            "<@personId:x|y>", "—", "=", "`", "\0");

        foreach (var text in Gen.ArrayOf(pieces).Select(string.Concat).Sample(20, 2000))
        {
            foreach (var reply in (await Bot.RunAsync(text)).Effects)
            {
                reply.Reply.Body.ShouldNotContain("<@", customMessage: text);
            }
        }
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, 7439 / text.Length));
}
