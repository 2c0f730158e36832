using BotHost.Bot;

namespace BotHost.Tests.Bot;

public sealed class ArgumentTests
{
    private enum Colour
    {
        Red,
        DarkRed,
    }

    private static readonly Chat Bot = new(bot =>
    {
        bot.Command("roll", (int sides = 6) => $"{sides}");
        bot.Command("maybe", (int? sides) => sides?.ToString() ?? "null");
        bot.Command("price", (decimal price, double rate = 1) => FormattableString.Invariant($"{price} {rate}"));
        bot.Command("due", (DateOnly day, TimeOnly? time) => FormattableString.Invariant($"{day:yyyy-MM-dd} {time:HH:mm}"));
        bot.Command("paint", (Colour colour = Colour.DarkRed) => colour.ToString());
        bot.Command("letter", (char letter) => letter.ToString());
        bot.Command("pair", (string first, int second) => $"{first}|{second}");
        bot.Command("sum", (params int[] numbers) => $"{numbers.Sum()}");
        bot.Command("words", (params string[]? words) => words is null ? "null" : string.Join('|', words));
        bot.Command("people", (params PersonRef[] people) => string.Join('|', people.Select(person => person.Email ?? $"id {person.Id}")));
        bot.Command("thank", (Mention who, string? why) => $"{who.Id}:{why}");
        bot.Command("all", (params Mention[] who) => string.Join('|', who.Select(mention => mention.Id)));
        bot.Command("when", (TimeSpan time) => time.ToString());
    });

    [Theory]
    [InlineData("roll", "6")]
    [InlineData("roll 20", "20")]
    [InlineData("roll \"20\"", "20")]
    [InlineData("roll \u200F20\u200F", "20")]
    [InlineData("roll\n-3", "-3")]
    [InlineData("maybe", "null")]
    [InlineData("maybe 4", "4")]
    [InlineData("price 1.50", "1.50 1")]
    [InlineData("price 1.5 1e3", "1.5 1000")]
    [InlineData("due 2026-12-31", "2026-12-31 ")]
    [InlineData("due 31.12.2026 5:30pm", "2026-12-31 17:30")]
    [InlineData("due tomorrow noon", "1970-01-02 12:00")]
    [InlineData("due in 2 days 5 pm", "1970-01-03 17:00")]
    [InlineData("due 2026-12-31 17:30", "2026-12-31 17:30")]
    [InlineData("when 1 hour 30 minutes", "01:30:00")]
    [InlineData("when \"2 days\"", "2.00:00:00")]
    [InlineData("paint", "DarkRed")]
    [InlineData("paint RED", "Red")]
    [InlineData("paint darkred", "DarkRed")]
    [InlineData("paint dark-red", "DarkRed")]
    [InlineData("letter ß", "ß")]
    [InlineData("pair a 1", "a|1")]
    [InlineData("pair \"a b\" 1", "a b|1")]
    [InlineData("sum 1 2 3", "6")]
    [InlineData("words", "null")]
    [InlineData("words a \"b c\" 'd e' “f g” „h“ it's 'tis", "a|b c|d e|f g|h|it's|'tis")]
    [InlineData("words \"a \\\"b\\\" \\\\ c:\\d\"", "a \"b\" \\ c:\\d")]
    [InlineData("words 5\" b", "5\"|b")]
    [InlineData("words 'rock 'n' roll'", "'rock|n|roll'")]
    [InlineData("words a\"b c\"d", "a\"b|c\"d")]
    [InlineData("words \"\" x", "|x")]
    [InlineData("people a@example.com, b@example.com; c@x", "a@example.com|b@example.com|c@x")]
    public async Task What_fits_is_read(string text, string said) => (await Bot.SayAsync(text)).ShouldBe(said);

    [Theory]
    [InlineData("roll six", "six")]
    [InlineData("roll 6.5", "6.5")]
    [InlineData("roll 99999999999", "99999999999")]
    [InlineData("roll 6 7", "7")]
    [InlineData("price 1,5", "1,5")]
    [InlineData("price 1 NaN", "NaN")]
    [InlineData("due 12/31/2026", "with slashes")]
    [InlineData("due 31.12.26", "31.12.26")]
    [InlineData("when 20", "20m is minutes")]
    [InlineData("when 1:30", "00:20:00")]
    [InlineData("paint 1", "1")]
    [InlineData("paint blue", "blue")]
    [InlineData("paint red,darkred", "red,darkred")]
    [InlineData("letter ab", "ab")]
    [InlineData("pair a", "Second")]
    [InlineData("pair", "First")]
    [InlineData("sum", "Numbers")]
    [InlineData("sum 1 two 3", "two")]
    [InlineData("people nobody", "nobody")]
    [InlineData("people a@b@c", "a@b@c")]
    [InlineData("thank Bob", "Bob")]
    [InlineData("all", "Who")]
    public async Task What_does_not_fit_is_refused_with_the_word_and_the_usage(string text, string word)
    {
        var result = await Bot.RunAsync(text);

        result.Outcome.ShouldBe(TurnOutcome.Refused);
        var said = Chat.Said(result).ShouldHaveSingleItem();
        said.ShouldContain(word);
        said.ShouldContain($"Usage: `{text.Split(' ')[0]} ");
    }

    [Fact]
    public async Task A_mention_is_one_word_whatever_its_name()
    {
        (await Bot.SayAsync("thank Bob de Vries for the \"cake\"", "Bob de Vries")).ShouldBe("Bob de Vries:for the \"cake\"");
        (await Bot.SayAsync("all Bob de Vries, Carol;Dave", "Bob de Vries", "Carol", "Dave")).ShouldBe("Bob de Vries|Carol|Dave");
        (await Bot.SayAsync("people Bob de Vries x@y", "Bob de Vries")).ShouldBe("id Bob de Vries|x@y");
        (await Bot.SayAsync("words Bob de Vries", "Bob de Vries")).ShouldBe("Bob de Vries");
        (await Bot.RunAsync("roll", "roll")).Outcome.ShouldBe(TurnOutcome.Unknown);
    }

    [Fact]
    public void Mentions_that_do_not_lie_in_the_text_are_left_out()
    {
        var id = new PersonId("p");
        MentionSpan[] spans = [new(-1, 2, id, "a"), new(2, 9, id, "b"), new(0, 0, id, "c"), new(0, 2, id, "d"), new(1, 2, id, "e"), new(int.MaxValue, int.MaxValue, id, "f")];

        Tokeniser.Read("ab cd", spans).Select(token => token.Value).ShouldBe(["d", "cd"]);
    }

    [Fact]
    public async Task Arguments_are_read_alike_in_every_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
            (await Bot.SayAsync("price 1.5")).ShouldBe("1.5 1");
            System.Globalization.CultureInfo.CurrentCulture = new("tr-TR");
            (await Bot.SayAsync("PAINT RED")).ShouldBe("Red");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
