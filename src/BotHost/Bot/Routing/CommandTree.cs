using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>Commands by their words; the longest that fits wins.</summary>
internal sealed class CommandTree
{
    private readonly Node _root = new();

    /// <summary>False where the same words are taken.</summary>
    public bool TryAdd(string path, Route route, [NotNullWhen(false)] out Route? taken)
    {
        var node = _root;
        foreach (var word in Tokeniser.Read(path, []))
        {
            var key = Words.Key(word.Value);
            if (!node.Next.TryGetValue(key, out var next))
            {
                node.Next.Add(key, next = new Node());
            }

            node = next;
        }

        taken = node.Route;
        node.Route ??= route;
        return taken is null;
    }

    /// <summary>The route and how many words its path took; null where no command fits.</summary>
    public (Route Route, int Length)? Find(List<Token> words)
    {
        (Route, int)? longest = null;
        var node = _root;
        for (var i = 0; i < words.Count && words[i].IsPlain && node.Next.TryGetValue(Words.Key(words[i].Value), out node); i++)
        {
            if (node.Route is { } route)
            {
                longest = (route, i + 1);
            }
        }

        return longest;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Route? Route { get; set; }
    }
}
