using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Identities;

namespace BotHost.Agents;

/// <summary>
/// Where a list goes on: at a page as Webex named it, without what was passed on it; or after an item. It is locked with the store's keys, so that an agent can neither read it nor make one: it
/// holds an address that is followed. It counts for the same agent, tool and arguments alone.
/// </summary>
internal sealed record ListCursor
{
    private const string Purpose = "BotHost.Cursors";

    /// <summary>How much of the hash of an item's id is kept. Two of a page that share it are one in millions of lists.</summary>
    private const int MarkBytes = 4;

    /// <summary>The list it belongs to.</summary>
    public string List { get; init; } = "";

    /// <summary>Null for the first page.</summary>
    public Uri? Page { get; init; }

    /// <summary>Marks of the items that were passed, one behind the other.</summary>
    public byte[] Passed { get; init; } = [];

    /// <summary>The id of the last item, where Webex can be asked for what comes after it.</summary>
    public string? After { get; init; }

    /// <summary>A cursor that an agent sends; null where it sends none.</summary>
    /// <exception cref="ToolException">It is none of this list.</exception>
    public static ListCursor? Read(string? cursor, ToolContext context)
    {
        if (cursor is null)
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        return Base64Url.DecodeFromChars(cursor, bytes, out _, out var written) == OperationStatus.Done
            && context.Services.GetRequiredService<TokenVault>().Unlock(bytes[..written], Purpose) is { } text
            && JsonSerializer.Deserialize<ListCursor>(text) is { } read && read.List == ListOf(context)
            ? read
            : throw new ToolException("That is no cursor of this list. Take nextCursor of the last answer as it is, with the same arguments; or leave it out to begin again.");
    }

    /// <summary>As agents are told it.</summary>
    public string Write(ToolContext context) => Base64Url.EncodeToString(
        context.Services.GetRequiredService<TokenVault>().Lock(JsonSerializer.Serialize(this with { List = ListOf(context) }), Purpose));

    public IEnumerable<uint> Marks() => Passed.Chunk(MarkBytes).Select(mark => BitConverter.ToUInt32(mark));

    public static byte[] Of(IEnumerable<uint> marks) => [.. marks.SelectMany(BitConverter.GetBytes)];

    /// <summary>What an item is known by: its id, or else all of it.</summary>
    public static uint Mark(JsonNode item) =>
        BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes((item["id"] ?? item["number"] ?? item).ToJsonString())));

    /// <summary>The same for the same call, however much of the list is wanted.</summary>
    private static string ListOf(ToolContext context) => CallKey.Of(
        context.Agent, context.Call.Tool,
        (context.Arguments ?? new Dictionary<string, JsonElement>()).Where(one => one.Key is not ("cursor" or "max") && !ToolArguments.IsAbsent(one.Value)).ToDictionary());
}
