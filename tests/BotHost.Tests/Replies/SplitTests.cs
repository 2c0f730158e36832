using System.Text;
using BotHost.Bot;

namespace BotHost.Tests.Replies;

/// <summary>Long Markdown in several messages reads as in one.</summary>
public sealed class SplitTests
{
    [Fact]
    public void A_code_block_is_ended_and_begun_again()
    {
        var text = "Log:\n```text\n" + string.Concat(Enumerable.Range(0, 2000).Select(n => $"line {n}\n")) + "```\nThe end.";

        var parts = ((Reply)text).Split().Select(part => part.Body).ToList();

        parts.Count.ShouldBeGreaterThan(2);
        parts.ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= 7439 && part.Split('\n').Count(line => line.StartsWith("```")) == 2);
        parts.Skip(1).ShouldAllBe(part => part.StartsWith("```text\n"));
        string.Join('\n', parts).Split('\n').Where(line => !line.StartsWith("```")).ShouldBe(text.Split('\n').Where(line => !line.StartsWith("```")));
    }

    [Fact]
    public void A_code_block_of_one_line_ends_too()
    {
        var parts = ((Reply)("```\n" + new string('x', 20_000) + "\n```")).Split().Select(part => part.Body).ToList();

        parts.ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= 7439 && part.StartsWith("```\n") && part.EndsWith("\n```"));
        parts.Sum(part => part.Count(c => c == 'x')).ShouldBe(20_000);
    }

    [Fact]
    public void A_paragraph_or_a_list_item_is_kept_whole()
    {
        var paragraphs = string.Join("\n\n", Enumerable.Range(0, 10).Select(n => $"{n} {new string('a', 900)}\nend {n}"));
        ((Reply)paragraphs).Split()[0].Body.TrimEnd().ShouldEndWith("end 7");

        var list = string.Concat(Enumerable.Range(0, 200).Select(n => $"- item {n} {new string('b', 60)}\n"));
        ((Reply)list).Split().ShouldAllBe(part => part.Body.StartsWith("- item") && part.Body.EndsWith("b\n"));
    }
}
