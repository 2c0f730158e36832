using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>
/// What a hook makes of what is sent to it: Markdown with holes, <c>**${build.name}** is ${build.status}</c>, or a card from its JSON. What is
/// filled in is data, whoever sends it: it is escaped, and adds neither marks nor mentions nor elements. What is missing is left empty.
/// </summary>
public sealed class HookTemplate
{
    /// <summary>The most bytes of UTF-8 a template may have.</summary>
    public const int MostBytes = 16 * 1024;

    /// <summary>While a template is only looked at: as good a text as an address.</summary>
    private const string Sample = "https://example.com/";

    private HookTemplate(string source) => Source = source;

    /// <summary>The template as it was written.</summary>
    public string Source { get; }

    /// <summary>True for a card, false for Markdown.</summary>
    public bool IsCard => Source.TrimStart() is ['{', var next, ..] && (next == '"' || char.IsWhiteSpace(next));

    /// <summary>Reads a template: a JSON object is a card, anything else Markdown.</summary>
    /// <param name="text">The template.</param>
    /// <param name="template">It, where it can be used.</param>
    /// <param name="problem">Otherwise what is wrong with it and what to do, in the language of the turn.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out HookTemplate? template, [NotNullWhen(false)] out string? problem)
    {
        (template, problem) = (new HookTemplate(text), null);
        if (string.IsNullOrWhiteSpace(text) || text.Contains('\0') || Encoding.UTF8.GetByteCount(text) > MostBytes)
            problem = Texts.Plain("HookTemplateSize", MostBytes);
        else
            problem = template.Try(null, Sample, out _);
        if (problem is not null)
            template = null;
        return problem is null;
    }

    /// <summary>What is posted; null where what was sent does not fit the template, or leaves nothing to say.</summary>
    internal Reply? Fill(JsonNode? sent) => Try(sent, null, out var filled) is null && filled is { IsBlank: false } ? filled : null;

    private string? Try(JsonNode? sent, string? missing, out Reply? filled)
    {
        filled = null;
        try
        {
            filled = IsCard ? Draw(sent, missing) : CardTemplate.FillMarkdown(Source, sent);
            return null;
        }
        catch (JsonException e)
        {
            return Texts.Plain("HookTemplateNoJson", e.LineNumber + 1);
        }
        catch (ArgumentException e)
        {
            return Texts.Plain("HookTemplateWrong", e.Message);
        }
    }

    private Reply Draw(JsonNode? sent, string? missing)
    {
        if (JsonNode.Parse(Source) is not JsonObject root || CardJson.TypeOf(root) != "AdaptiveCard")
            throw new ArgumentException(Texts.Plain("HookTemplateNoCard"));
        var card = Card.FromFilled(CardTemplate.FillForeign(root, sent, missing), submit: null);
        // Who presses acts for themselves: a card that somebody else wrote must not put words into their mouth.
        return card.Submits.Count == 0 ? card : throw new ArgumentException(Texts.Plain("HookTemplateSubmits"));
    }
}
