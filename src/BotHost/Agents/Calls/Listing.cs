using System.Text;
using System.Text.Json.Nodes;
using BotHost.Access;
using BotHost.Webex;

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
        var cursor = ListCursor.Read(wish.Cursor, context);
        var paged = items is Paged<T> pages ? pages.FromAsync(cursor?.Page, cancellationToken) : items.Select(item => (item, (Uri?)null));
        return ReadAsync(name, paged, wish, context, about, new PagePlace(cursor), cancellationToken, matches);
    }

    /// <param name="items">The list, from behind the item that the cursor names.</param>
    /// <param name="id">What to go on after.</param>
    public static Task<ToolOutput> ReadAsync<T>(
        string name, IAsyncEnumerable<T> items, PageWish wish, ToolContext context, Func<T, AgentCall, AgentCall> about, Func<T, string> id,
        CancellationToken cancellationToken, Func<T, bool>? matches = null) =>
        ReadAsync(name, items.Select(item => (item, (Uri?)null)), wish, context, about, new ItemPlace<T>(id), cancellationToken, matches);

    private static async Task<ToolOutput> ReadAsync<T>(
        string name, IAsyncEnumerable<(T, Uri?)> items, PageWish wish, ToolContext context, Func<T, AgentCall, AgentCall> about, IListPlace place,
        CancellationToken cancellationToken, Func<T, bool>? matches)
    {
        var most = Math.Clamp(wish.Max ?? Default, 1, Most);
        var (shown, bytes, examined) = (new JsonArray(), 0, 0);
        try
        {
            await foreach (var (item, page) in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                var node = ToolJson.Of(item);
                if (!place.Reach(item!, node, page))
                    continue;
                // Only now is it known that there is more.
                if (shown.Count == most || bytes > context.Limits.MaxResultBytes || examined == MostExamined)
                    return Page(place.Cursor);
                examined++;
                if (matches?.Invoke(item) != false && await context.SeesAsync(about(item, context.Call with { IsList = false }), cancellationToken).ConfigureAwait(false))
                {
                    var size = Encoding.UTF8.GetByteCount(node.ToJsonString(ToolJson.Options));
                    if (shown.Count > 0 && bytes + size > context.Limits.MaxResultBytes)
                        return Page(place.Cursor);
                    bytes += size;
                    shown.Add(node);
                }

                place.Pass();
            }
        }
        catch (WebexException e) when (wish.Cursor is not null && examined == 0 && (int?)e.Status is 400 or 404 or 410)
        {
            throw new ToolException("That cursor does not count any more: where it pointed to is gone. Leave it out to begin again.");
        }

        return Page(null);

        ToolOutput Page(ListCursor? more)
        {
            var data = new JsonObject { [name] = shown, ["count"] = shown.Count };
            if (more is not null)
                (data["nextCursor"], data["note"]) = (more.Write(context), "There is more. Call again with cursor set to nextCursor.");
            return new ToolOutput(data);
        }
    }
}
