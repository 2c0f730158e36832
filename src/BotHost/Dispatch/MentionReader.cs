using System.Buffers.Text;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>What was said to the bot, without its own mention.</summary>
/// <param name="Mentions">Where in <paramref name="Text"/> other people are mentioned.</param>
internal sealed record AddressedText(string Text, IReadOnlyList<MentionSpan> Mentions);

/// <summary>
/// Finds who a message mentions and takes the bot's own mention out, wherever it stands. Webex leaves a mention in <c>text</c>
/// as the plain display name (or its first word) and keeps who is meant in <c>html</c> only: so the html says which
/// occurrence of the name is the mention, and the text stays as it was typed.
/// </summary>
internal static class MentionReader
{
    private static readonly HtmlParser Html = new();

    /// <param name="text">The message's <c>text</c>.</param>
    /// <param name="html">The message's <c>html</c>, or null.</param>
    /// <param name="mentioned">The message's <c>mentionedPeople</c>.</param>
    /// <param name="self">The bot.</param>
    /// <param name="selfName">The bot's display name, looked for where there is no html.</param>
    public static AddressedText Read(string text, string? html, IReadOnlyCollection<PersonId> mentioned, PersonId self, string selfName)
    {
        var spans = html is null ? [] : Locate(text, html, mentioned);
        if (spans.Count == 0 && mentioned.Contains(self) && LeadingName(text, selfName) is { } length)
            spans = [new MentionSpan(0, length, self, text[..length])];

        var kept = new StringBuilder();
        var others = new List<MentionSpan>();
        var position = 0;
        foreach (var span in spans)
        {
            if (span.Id != self)
            {
                others.Add(span with { Start = span.Start - position + kept.Length });
                kept.Append(text, position, span.Start + span.Length - position);
                position = span.Start + span.Length;
                continue;
            }

            kept.Append(text, position, span.Start - position);
            position = span.Start + span.Length;
            var isFirst = string.IsNullOrWhiteSpace(kept.ToString());
            if (isFirst && position < text.Length && text[position] is ',' or ':')
                position++;
            // One space between the neighbours, not two.
            while ((isFirst || EndsInSpace(kept)) && position < text.Length && text[position] is ' ' or '\u00a0')
                position++;
        }

        kept.Append(text, position, text.Length - position);
        return Trim(kept.ToString(), others);

        static bool EndsInSpace(StringBuilder text) => text.Length > 0 && text[^1] is ' ' or '\u00a0' or '\n';
    }

    private static List<MentionSpan> Locate(string text, string html, IReadOnlyCollection<PersonId> mentioned)
    {
        var flat = new StringBuilder();
        var spans = new List<MentionSpan>();
        var end = 0;
        // A stack of our own: what people nest must not be able to end the process.
        var nodes = new Stack<INode>([Html.ParseDocument(html).Body!]);
        while (nodes.TryPop(out var node))
        {
            if (node is IElement element && element.LocalName == "spark-mention" && element.GetAttribute("data-object-type") == "person")
                Add(element.TextContent, element.GetAttribute("data-object-id") ?? "");
            else if (node is IText characters)
                flat.Append(characters.Data);
            else
                foreach (var child in node.ChildNodes.Reverse())
                    nodes.Push(child);
        }

        return spans;

        void Add(string name, string id)
        {
            // The name may also stand in the text as plain words: skip as many of those as the html has before the mention.
            var start = Occurrence(text, name, Count(flat.ToString(), name));
            flat.Append(name);
            if (name.Length == 0 || start < end)
                return;
            end = start + name.Length;
            spans.Add(new MentionSpan(start, name.Length, Resolve(id, mentioned), name));
        }
    }

    /// <summary>Some clients write the bare UUID into the html; <c>mentionedPeople</c> has the public id that holds it.</summary>
    private static PersonId Resolve(string id, IReadOnlyCollection<PersonId> mentioned) =>
        Guid.TryParse(id, out _) && mentioned.FirstOrDefault(person => Decode(person.Value).EndsWith(id, StringComparison.OrdinalIgnoreCase)) is { Value: not null } match
            ? match
            : new PersonId(id);

    private static string Decode(string id) =>
        Base64Url.IsValid(id) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)) : "";

    private static int? LeadingName(string text, string selfName)
    {
        foreach (var name in new[] { selfName, selfName.Split(' ')[0] })
        {
            if (name.Length > 0 && text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length])))
                return name.Length;
        }

        return null;
    }

    private static int Count(string text, string name)
    {
        var count = 0;
        for (var at = IndexOf(text, name, 0); at >= 0; at = IndexOf(text, name, at + name.Length))
            count++;
        return count;
    }

    private static int Occurrence(string text, string name, int index)
    {
        var at = IndexOf(text, name, 0);
        for (; index > 0 && at >= 0; index--)
            at = IndexOf(text, name, at + name.Length);
        return at;
    }

    private static int IndexOf(string text, string name, int from) =>
        name.Length == 0 ? -1 : text.IndexOf(name, from, StringComparison.Ordinal);

    private static AddressedText Trim(string text, List<MentionSpan> spans)
    {
        var lead = text.Length - text.TrimStart().Length;
        return new AddressedText(text.Trim(), [.. spans.Select(span => span with { Start = span.Start - lead })]);
    }
}
