using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using WebexSimulator.Model;

namespace WebexSimulator.Messages.Markdown;

/// <summary>A mention as it is written: <c>&lt;@personEmail:a@b.c|Name&gt;</c>, <c>&lt;@personId:ID&gt;</c> or <c>&lt;@all&gt;</c>.</summary>
internal sealed class Mention(string source, string? personId, string? personEmail, string? givenName) : LeafInline
{
    public string Source => source;
    public string? PersonId => personId;
    public string? PersonEmail => personEmail;
    public string? GivenName => givenName;
    public bool IsEverybody => personId is null && personEmail is null;

    /// <summary>Who is meant, once it is known that this person is in the room.</summary>
    public Person? Person { get; set; }
}

/// <summary>
/// Finds mentions while the rest of the Markdown is parsed, so that one in code stays code, and one with a star in the name stays whole.
/// </summary>
internal sealed class MentionParser : InlineParser
{
    private const string ByEmail = "personEmail:";
    private const string ById = "personId:";

    public MentionParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.Text.AsSpan(slice.Start, slice.Length);
        if (!rest.StartsWith("<@", StringComparison.Ordinal)) return false;
        var end = rest.IndexOfAny('>', '\n');
        if (end < 0 || rest[end] is '\n') return false;

        var source = rest[..(end + 1)].ToString();
        if (Read(source, source[2..^1]) is not { } mention) return false;
        processor.Inline = mention;
        slice.Start += source.Length;
        return true;
    }

    private static Mention? Read(string source, string inside)
    {
        if (inside.Equals("all", StringComparison.OrdinalIgnoreCase)) return new(source, null, null, null);
        var (target, name) = inside.Split('|', 2) is [var before, var after] ? (before, after.Trim()) : (inside, "");
        var givenName = name.Length > 0 ? name : null;
        if (target.StartsWith(ByEmail, StringComparison.OrdinalIgnoreCase)) return new(source, null, target[ByEmail.Length..].Trim(), givenName);
        if (target.StartsWith(ById, StringComparison.OrdinalIgnoreCase)) return new(source, target[ById.Length..].Trim(), null, givenName);
        return null;
    }
}
