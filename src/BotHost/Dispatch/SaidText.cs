using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>What a turn says to whoever asked, as one text: of a card its words, fields and buttons, of a file its name, of what was edited the last.</summary>
internal static class SaidText
{
    public static string Of(IReadOnlyList<TurnEffect> effects)
    {
        var said = new string[effects.Count];
        for (var i = 0; i < effects.Count; i++)
        {
            if (effects[i].Room is null)
                said[effects[i].Edits ?? i] = Of(effects[i].Reply);
        }

        // Not every store takes a zero in a text, and a handler may say anything.
        return string.Join("\n\n", said.Where(text => !string.IsNullOrWhiteSpace(text))).Replace('\0', '\uFFFD');
    }

    private static string Of(Reply reply) => reply.Card is { } card ? CardText.Of(reply, card)
        : reply.Attached is { } file ? $"{reply.Body}\n\n(file: {file.Name}, {file.Content.Length} bytes)".TrimStart() : reply.Body;
}
