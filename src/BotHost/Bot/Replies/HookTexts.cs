using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>What a hook says: one message, whatever was sent to it.</summary>
internal static class HookTexts
{
    private const string Cut = "\n\n…";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>By its template; by default where it has none, or what was sent does not fit it.</summary>
    public static Reply Of(string name, HookTemplate? template, JsonNode? sent) => Within(template?.Fill(sent) ?? Usual(name, sent));

    /// <summary>What programs commonly call the words for people; else all of it, as code.</summary>
    private static Reply Usual(string name, JsonNode? sent)
    {
        var (title, text) = (Text(sent, "title"), Text(sent, "text") ?? Text(sent, "message"));
        if (title is null && text is null)
            return $"**{Markdown.Escape(name)}**\n\n```json\n{(sent?.ToJsonString(Readable) ?? "null").Replace("<@", "\\u003c@", StringComparison.Ordinal)}\n```";
        var heading = title is null ? Markdown.Format($"**{name}**") : Markdown.Format($"**{name}: {title}**");
        return text is null ? heading : Markdown.Format($"{heading}\n\n{MarkdownText.Join("\n", text.Split('\n').Select(line => Markdown.Format($"{line}")))}");
    }

    private static Reply Within(Reply reply)
    {
        if (reply.Split().Count <= 1)
            return reply;
        Reply cut = TextSplit.SplitMarkdown(reply.Body, TextSplit.Limit - Cut.Length * 3).First().TrimEnd() + Cut;
        return reply.Card is { } card ? cut.With(card) : cut;
    }

    private static string? Text(JsonNode? sent, string name) =>
        sent is JsonObject fields && fields[name] is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text) ? text : null;
}
