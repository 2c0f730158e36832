using BotHost.Bot;

namespace BotHost.Tests.Bot;

public sealed class TextArgumentTests
{
    private static readonly Chat Bot = new(bot =>
    {
        bot.Command("say", (string text) => Reply.Text(text));
        bot.Command("say maybe", (string? text) => Reply.Text(text ?? "null"));
        bot.Command("times", (int count, string text) => Reply.Text($"{count}:{text}"));
        bot.Command("poll", (string question, params string[] choices) => Reply.Text($"{question}: {string.Join('/', choices)}"));
        bot.Command("post", (string text, bool loud, [Option] int times = 1) => Reply.Text($"{text}|{loud}|{times}"));
    });

    public static TheoryData<string, string> Verbatim => new()
    {
        { "say hello", "hello" },
        { "say   hello   big\u00A0world  ", "hello   big\u00A0world" },
        { "say one\r\n  two\n\nthree\n", "one\r\n  two\n\nthree" },
        { "say\nsecond line", "second line" },
        { "say \"hello  world\"", "hello  world" },
        { "say “hello  world”", "hello  world" },
        { "say 'hello'", "hello" },
        { "say \"hello\" world", "\"hello\" world" },
        { "say \"a\" and \"b\"", "\"a\" and \"b\"" },
        { "say it's John's", "it's John's" },
        { "say --loud", "--loud" },
        { "say 🎲 dice 👩‍👩‍👧", "🎲 dice 👩‍👩‍👧" },
        { "say שלום  עולם", "שלום  עולם" },
        { "say \u2067שלום\u2069", "שלום" },
        { "say a\u200Bb", "a\u200Bb" },
        { "say \uD83D broken", "\uD83D broken" },
        { "say e\u0301", "e\u0301" },
        { "say maybe", "null" },
        { "say maybe not", "not" },
        { "say maybe \"\"", "" },
        { "times 3  x y ", "3:x y" },
        { "post hi", "hi|False|1" },
        { "post --loud hi there", "hi there|True|1" },
        { "post hi there --loud", "hi there|True|1" },
        { "post hi —loud", "hi|True|1" },
        { "post say --loud to them", "say --loud to them|False|1" },
        { "post --times 2 hi", "hi|False|2" },
        { "post hi --times 2", "hi|False|2" },
        { "post hi --loud --times=2", "hi|True|2" },
        { "post \"hi --loud\"", "hi --loud|False|1" },
        { "post hi \"--loud\"", "hi \"--loud\"|False|1" },
        { "post hi --unknown", "hi --unknown|False|1" },
        { "post hi --times", "hi --times|False|1" },
    };

    [Theory]
    [MemberData(nameof(Verbatim))]
    public async Task The_last_text_is_the_rest_as_it_was_typed(string text, string said) => Chat.Said(await Bot.RunAsync(text)).ShouldBe(said.Length == 0 ? [] : [said]);

    [Theory]
    [InlineData("poll \"Lunch today? pizza", "The quotation marks before “Lunch” are not closed. Close them behind the last word that belongs to them. Usage: `poll <question> <choices…>`")]
    [InlineData("poll Lunch? pizza „rote Grütze", "“rote” are not closed")]
    [InlineData("poll \"Lunch today\"? pizza", "“Lunch” are not closed")]
    [InlineData("poll Lunch? 5\" \"pizza\" 'tis \"x\"y", "Lunch?: 5\"/pizza/'tis/\"x\"y")]
    public async Task Marks_that_are_not_closed_are_refused_where_words_are_counted(string text, string said) => (await Bot.SayAsync(text)).ShouldContain(said);

    [Fact]
    public async Task A_long_text_arrives_whole()
    {
        var text = string.Concat(Enumerable.Repeat("ä🎲 \n", 2000)).Trim();

        (await Bot.SayAsync($"say {text}")).ShouldBe(text);
    }

    [Theory]
    [InlineData("say")]
    [InlineData("say \"\"")]
    [InlineData("say \"  \"")]
    [InlineData("say \u200B")]
    [InlineData("times 3")]
    [InlineData("post --loud")]
    [InlineData("post --times x hi")]
    [InlineData("post --times 2 hi --times 3")]
    [InlineData("post --loud=yes hi")]
    public async Task Where_it_is_missing_the_command_is_refused(string text) => (await Bot.RunAsync(text)).Outcome.ShouldBe(TurnOutcome.Refused);
}
