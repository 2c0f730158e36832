using System.Runtime.CompilerServices;

namespace BotHost.Webex;

/// <summary>Reads a list to its end, one page at a time, as far as the caller iterates.</summary>
internal static class Paging
{
    public static async IAsyncEnumerable<T> AllAsync<T>(
        this IPages<T> pages,
        Func<CancellationToken, Task<Page<T>>> first,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var followed = new HashSet<Uri>();
        var page = await first(cancellationToken);
        while (true)
        {
            foreach (var item in page.Items)
                yield return item;

            if (page.Next is not { } next)
                yield break;

            if (!followed.Add(next.Address))
                throw new WebexException(next.Call, "The list's pages lead back to one already read. Try again later.");

            page = await pages.FollowAsync(next.Address, cancellationToken);
        }
    }
}
