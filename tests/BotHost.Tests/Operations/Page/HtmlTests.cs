using BotHost.Operations;

namespace BotHost.Tests.Operations;

public sealed class HtmlTests
{
    [Fact]
    public void What_stands_in_a_hole_is_text_and_a_piece_is_a_piece()
    {
        var text = "<b a=\"1\" c='2'>&\u202E";
        Html piece = $"<i title=\"{text}\">{text}</i>";
        Html[] many = [piece, $"{7}"];
        Html page = $"<p>{piece}</p>{many}{(string?)null}";

        piece.ToString().ShouldBe("<i title=\"&lt;b a=&quot;1&quot; c=&#x27;2&#x27;&gt;&amp;\\u202e\">&lt;b a=&quot;1&quot; c=&#x27;2&#x27;&gt;&amp;\\u202e</i>");
        page.ToString().ShouldBe($"<p>{piece}</p>{piece}7");
    }
}
