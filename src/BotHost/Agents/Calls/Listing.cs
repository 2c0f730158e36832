using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BotHost.Access;

namespace BotHost.Agents;

/// <summary>How much of a list is wanted, and from where on.</summary>
/// <param name="Cursor">What the last answer named as <c>nextCursor</c>.</param>
internal readonly record struct PageWish(int? Max, string? Cursor);

/// <summary>
/// Shows a part of a list: at most so many items, of at most so many bytes, and only what the agent may see. What it may not see is passed over
/// without a word, as Webex does.
/// </summary>
internal static class Listing
{
    public const int Default = 25, Most = 200;

    /// <summary>How many items are looked at for one answer, seen or not.</summary>
    private const int MostExamined = 1000;

    /// <summary>How many items to ask Webex for at a time.</summary>
    public static int PageSize(PageWish wish) => Math.Clamp(wish.Max ?? Default, 10, 100);

    /// <param name="name">The field the items stand in: <c>spaces</c>.</param>
    /// <param name="items">The list, from its beginning.</param>
    /// <param name="about">What an item is about, for the grants.</param>
    /// <param name="matches">What is asked for, where Webex cannot be asked for it.</param>
    public static Task<ToolOutput> ReadAsync<T>(
        string name, IAsyncEnumerable<T> items, PageWish wish, ToolContext context, Func<T, AgentCall, AgentCall> about, CancellationToken cancellationToken,
        Func<T, bool>? matches = null)
    {
        var passed = wish.Cursor is null ? 0 : int.TryParse(wish.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new ToolException("That is no cursor of this list. Take nextCursor of the last answer as it is, or leave it out to begin again.");
        return ReadAsync(name, items.Skip(passed), wish, context, about, (_, index) => (passed + index).ToString(CultureInfo.InvariantCulture), cancellationToken, matches);
    }

    /// <param name="items">The list, from where the cursor points.</param>
    /// <param name="cursor">What to go on with after an item.</param>
    public static async Task<ToolOutput> ReadAsync<T>(
        string name, IAsyncEnumerable<T> items, PageWish wish, ToolContext context, Func<T, AgentCall, AgentCall> about, Func<T, int, string> cursor,
        CancellationToken cancellationToken, Func<T, bool>? matches = null)
    {
        var most = Math.Clamp(wish.Max ?? Default, 1, Most);
        var (shown, bytes, examined, next) = (new JsonArray(), 0, 0, (string?)null);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // Only now is it known that there is more.
            if (shown.Count == most || bytes > context.Limits.MaxResultBytes || examined == MostExamined)
                return Page(next);
            examined++;
            if (matches?.Invoke(item) != false && await context.SeesAsync(about(item, context.Call with { IsList = false }), cancellationToken).ConfigureAwait(false))
            {
                var node = ToolJson.Of(item);
                var size = Encoding.UTF8.GetByteCount(node.ToJsonString(ToolJson.Options));
                if (shown.Count > 0 && bytes + size > context.Limits.MaxResultBytes)
                    return Page(next);
                bytes += size;
                shown.Add(node);
            }

            next = cursor(item, examined);
        }

        return Page(null);

        ToolOutput Page(string? more)
        {
            var data = new JsonObject { [name] = shown, ["count"] = shown.Count };
            if (more is not null)
                (data["nextCursor"], data["note"]) = (more, "There is more. Call again with cursor set to nextCursor.");
            return new ToolOutput(data);
        }
    }
}
