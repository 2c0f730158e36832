using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WebexSimulator.Messages.Markdown;

/// <summary>The words of a Markdown document without its marks: a line for each block, people by their names.</summary>
internal static class PlainText
{
    public static string Of(MarkdownDocument document, SimulatorSwitches switches)
    {
        var text = new StringBuilder();
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (text.Length > 0) text.Append('\n');
            if (leaf is CodeBlock) text.Append(leaf.Lines.ToString());
            else if (leaf.Inline is { } inline) Append(text, inline, switches);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, ContainerInline container, SimulatorSwitches switches)
    {
        foreach (var inline in container)
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.ContentSpan),
                LineBreakInline => text.Append('\n'),
                AutolinkInline link => text.Append(link.Url),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                Mention mention => text.Append(MentionRenderer.NameOf(mention, switches)),
                _ => text,
            };
            if (inline is ContainerInline inner) Append(text, inner, switches);
        }
    }
}
