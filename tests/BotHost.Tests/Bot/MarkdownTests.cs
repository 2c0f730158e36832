using BotHost.Bot;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotHost.Tests.Bot;

public sealed class MarkdownTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseEmphasisExtras().UsePipeTables().Build();

    /// <summary>Where authors put what people wrote.</summary>
    private static readonly string[] Places = ["{0}", "a {0} b", "- {0}", "1. {0}", "> {0}", "**{0}**", "*{0}*", "“{0}”", "[{0}](https://example.com)", "para\n{0}\npara", "- a\n- {0}", "a | {0}\n--|--\n1 | 2"];

    public static TheoryData<string> Hostile =>
    [
        "plain words", "**bold** and *more* and __this__ and _that_", "[x](javascript:alert(1))", "![x](https://evil.example/i.png)", "<@all>", "<@personEmail:bob@example.com|Bob>",
        "<@personId:Y2lz|x>", "<b>raw</b><script>x</script>", "<https://evil.example>", "`code` ``more``", "```\nfence\n```", "~~~\nfence", "~~gone~~", "# heading", "## a\n## b",
        "- item", "+ item", "* item", "1. item", "1) item", "12345. item", "1.", "> quote", "\n\n# heading", "a\n\n- b\n\n> c", "text\n===", "text\n---", "---", "***", "    code", "\tcode",
        "a  \nb", "\\*x\\*", "\\", "a\\", "&lt;@all&gt;", "&#60;@all>", "&copy; & &amp;", "[ref]: https://evil.example", "a | b\n--|--\n1 | 2", "](x)", "[", "x\u2028# y", "x\u0085- y", "\r\n# x",
        "\u0000<@all>", "\u001b[31m", "a\u202Eb", "\uD83D", "👩‍👩‍👧 שלום", "=", "-", "   - x", "<", "<<@all>", "<\u200B@all>", "3.5 and 2-1",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Escaped_text_is_nothing_but_text(string text)
    {
        foreach (var place in Places)
        {
            ShouldStayText(place, text);
        }
    }

    [Fact]
    public void Escaped_text_is_nothing_but_text_whatever_it_is()
    {
        var characters = Gen.Elements("\\`*_{}[]()#+-.!|~<>&@= \n\t1a:;/\"'\u2028\u00A0".ToCharArray());
        var texts = Gen.ArrayOf(characters).Select(text => new string(text)).ToArbitrary();

        Prop.ForAll(texts, text => ShouldStayText("{0}", text)).QuickCheckThrowOnFailure();
        Prop.ForAll(texts, text => ShouldStayText("- **{0}** x", text)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ordinary_words_stay_readable() =>
        BotHost.Bot.Markdown.Escape("E-mail ann@example.com at 3.5 (maybe) — 1st, #2!").ShouldBe("E-mail ann@example.com at 3.5 (maybe) — 1st, #2!");

    [Fact]
    public void Holes_are_escaped_and_mentions_and_markdown_are_not()
    {
        var inner = BotHost.Bot.Markdown.Format($"**{"*x*"}**");
        var reply = Reply.Markdown($"Hi {new Mention(new PersonId("p1"), "A|n<n>")}: {inner} {"<@all>"} {1.5} {(string?)null}{new DateOnly(2026, 1, 2):yyyy}");

        reply.Body.ShouldBe(@"Hi <@personId:p1|Ann>: **\*x\*** &lt;@all&gt; 1.5 2026");
        reply.IsMarkdown.ShouldBeTrue();
    }

    [Fact]
    public void Joined_markdown_stays_markdown()
    {
        Reply reply = MarkdownText.Join("\n", new[] { "a*", "b" }.Select(text => BotHost.Bot.Markdown.Format($"- {text}")));

        reply.Body.ShouldBe("- a\\*\n- b");
    }

    private static void ShouldStayText(string place, string text)
    {
        var escaped = BotHost.Bot.Markdown.Escape(text);
        escaped.ShouldNotContain("<");
        var plain = Shape(string.Format(place, "x"));
        var echoed = Shape(string.Format(place, escaped.Trim().Length == 0 ? "x" : escaped));
        echoed.Kinds.ShouldBe(plain.Kinds, customMessage: escaped);
        Letters(echoed.Text).ShouldContain(Letters(text), Case.Sensitive);
    }

    /// <summary>The document's constructs, and the text it shows.</summary>
    private static (string Kinds, string Text) Shape(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        var kinds = document.Descendants().Where(part => part is not (LiteralInline or HtmlEntityInline or LineBreakInline)).Select(part => part.GetType().Name);
        var text = document.Descendants().Select(part => part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            _ => "",
        });
        return (string.Join(' ', kinds), string.Concat(text));
    }

    /// <summary>Without what Escape replaces or leaves out: blanks, control characters, direction overrides, broken surrogates.</summary>
    private static string Letters(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !System.Text.Rune.IsWhiteSpace(rune) && !System.Text.Rune.IsControl(rune) && rune.Value is not (>= 0x202A and <= 0x202E)));
}
