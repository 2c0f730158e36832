using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WebexSimulator.Model;

namespace WebexSimulator.Messages.Markdown;

/// <summary>
/// Markdown as Webex takes it: emphasis, links, lists, quotes, code, headings and mentions. Raw html, images and what else Markdown can
/// do are not in the documented set; html is shown as it is written.
/// </summary>
internal sealed class MessageMarkdown(SimulatorSwitches switches)
{
    private static readonly string[] LinkSchemes = ["http:", "https:", "mailto:", "tel:", "sip:", "webexteams:"];

    private readonly MarkdownPipeline _pipeline = Pipeline();

    /// <summary>Renders a message.</summary>
    /// <param name="markdown">As it was sent; kept verbatim.</param>
    /// <param name="text">The plain alternative, where the sender gave one; derived otherwise.</param>
    /// <param name="memberOf">Finds a mentioned person by id or address among the members of the room.</param>
    public MessageContent Render(string markdown, string? text, Func<string?, string?, Person?> memberOf)
    {
        try
        {
            return Render(Markdig.Markdown.Parse(markdown, _pipeline), markdown, text, memberOf);
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser or the renderer goes: nobody meant that as Markdown.
            var paragraph = new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(markdown)) };
            return Render([paragraph], markdown, text, memberOf);
        }
    }

    private MessageContent Render(MarkdownDocument document, string markdown, string? text, Func<string?, string?, Person?> memberOf)
    {
        var mentions = Resolve(document, memberOf);
        Restrict(document);
        var html = Html(document);
        return new(
            text ?? PlainText.Of(document, switches), markdown, html,
            [.. mentions.Where(mention => mention.Person is not null).Select(mention => mention.Person!.Key).Distinct()],
            mentions.Any(mention => mention.IsEverybody));
    }

    // Somebody who is not in the room is no mention, and stays the text it was written as.
    private static List<Mention> Resolve(MarkdownDocument document, Func<string?, string?, Person?> memberOf)
    {
        var mentions = document.Descendants<Mention>().ToList();
        foreach (var mention in mentions.Where(mention => !mention.IsEverybody))
        {
            mention.Person = memberOf(mention.PersonId, mention.PersonEmail);
            if (mention.Person is null) mention.ReplaceBy(new LiteralInline(mention.Source));
        }
        mentions.RemoveAll(mention => !mention.IsEverybody && mention.Person is null);
        return mentions;
    }

    private static void Restrict(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            if (LinkSchemes.Any(scheme => link.Url?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) is true)) NoFollow(link);
            else link.ReplaceBy(new ContainerInline(), copyChildren: true);
        }
        foreach (var link in document.Descendants<AutolinkInline>()) NoFollow(link);
    }

    private static void NoFollow(Inline link) => link.GetAttributes().AddProperty("rel", "nofollow");

    private string Html(MarkdownDocument document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        _pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new MentionRenderer(switches));
        renderer.Render(document);
        return writer.ToString().TrimEnd('\n');
    }

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().DisableHeadingsOfUnderlines();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.InlineParsers.InsertBefore<AutolinkInlineParser>(new MentionParser());
        return builder.Build();
    }
}

file static class PipelineExtensions
{
    public static MarkdownPipelineBuilder DisableHeadingsOfUnderlines(this MarkdownPipelineBuilder builder)
    {
        if (builder.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs) paragraphs.ParseSetextHeadings = false;
        return builder;
    }
}
