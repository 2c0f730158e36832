using System.Text;
using BotHost.Bot;
using FsCheck;
using FsCheck.Fluent;

namespace BotHost.Tests.Bot;

public sealed class ReplyTests
{
    [Fact]
    public void A_string_is_markdown_that_mentions_nobody()
    {
        Reply reply = "**hi** <@all> <@personEmail:bob@example.com>";

        reply.ShouldSatisfyAllConditions(
            () => reply.IsMarkdown.ShouldBeTrue(),
            () => reply.Body.ShouldBe("**hi** &lt;@all> &lt;@personEmail:bob@example.com>"));
        Reply.Text("<@all>").ShouldSatisfyAllConditions(text => text.Body.ShouldBe("<@all>"), text => text.IsMarkdown.ShouldBeFalse());
    }

    [Fact]
    public void A_card_always_has_a_text_beside_it()
    {
        ((Reply)new Card("Title").Text("Words").Facts(("a", "b"))).Body.ShouldBe("**Title**\n\nWords\n\n- a: b");
        ((Reply)new Card().TextInput("x", "X")).Body.ShouldNotBeNullOrWhiteSpace();
        ((Reply)"Own words").With(new Card("Title")).Body.ShouldBe("Own words");
    }

    [Fact]
    public void A_long_reply_becomes_several_with_the_card_on_the_last()
    {
        var parts = Reply.Text(new string('x', 20_000)).With(new Card("c")).Split();

        parts.Select(part => part.Body.Length).ShouldBe([7439, 7439, 5122]);
        parts.Select(part => part.Card is not null).ShouldBe([false, false, true]);
        parts.ShouldAllBe(part => !part.IsMarkdown);
        ((Reply)"short").Split().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("aaa bbb\nccc ddd", 12, "aaa bbb\n|ccc ddd")]
    [InlineData("aaa bbb ccc", 9, "aaa bbb |ccc")]
    [InlineData("aaaabbbb", 4, "aaaa|bbbb")]
    [InlineData("🎲🎲🎲", 7, "🎲|🎲|🎲")]
    [InlineData("äää", 5, "ää|ä")]
    [InlineData("", 5, "")]
    public void Text_is_cut_after_a_line_else_a_word_else_a_character(string text, int limit, string parts) =>
        string.Join('|', TextSplit.Split(text, limit)).ShouldBe(parts);

    [Fact]
    public void Nothing_is_lost_and_every_part_fits()
    {
        var pieces = Gen.Elements("a", "word ", "\n", "ä", "€", "🎲", " ", "\uD83D", "\uDFB2", "longerword", "\u00A0", "👩‍👩‍👧");
        var texts = Gen.ArrayOf(pieces).Select(string.Concat).ToArbitrary();
        var limits = Gen.Choose(4, 40).ToArbitrary();

        Prop.ForAll(texts, limits, (text, limit) =>
        {
            var parts = TextSplit.Split(text, limit).ToList();
            string.Concat(parts).ShouldBe(text);
            var start = 0;
            foreach (var part in parts)
            {
                Encoding.UTF8.GetByteCount(part).ShouldBeInRange(1, limit);
                (start > 0 && char.IsSurrogatePair(text, start - 1)).ShouldBeFalse("cut inside a surrogate pair");
                start += part.Length;
            }
        }).QuickCheckThrowOnFailure();
    }
}
