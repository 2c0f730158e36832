using System.Runtime.CompilerServices;

namespace BotHost.Webex;

/// <summary>A list that Webex gives page by page, from its beginning or from any page on.</summary>
/// <param name="pages">The resource.</param>
/// <param name="first">Asks for the first page.</param>
/// <param name="cancellation">Ends the listing, whoever iterates.</param>
internal sealed class Paged<T>(IPages<T> pages, Func<CancellationToken, Task<Page<T>>> first, CancellationToken cancellation) : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var (item, _) in FromAsync(null, cancellationToken))
            yield return item;
    }

    /// <param name="page">The page to begin at, as Webex named it; null for the first.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>Each item, and the page it is on.</returns>
    public async IAsyncEnumerable<(T Item, Uri? Page)> FromAsync(Uri? page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = cancellationToken.CanBeCanceled && cancellation.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, cancellation) : null;
        var ended = either?.Token ?? (cancellation.CanBeCanceled ? cancellation : cancellationToken);
        var followed = new HashSet<Uri>();
        if (page is not null)
            followed.Add(page);
        var read = page is null ? await first(ended) : await pages.FollowAsync(page, ended);
        while (true)
        {
            foreach (var item in read.Items)
                yield return (item, page);

            if (read.Next is not { } next)
                yield break;

            if (!followed.Add(next.Address))
                throw new WebexException(next.Call, "The list's pages lead back to one already read. Try again later.");

            read = await pages.FollowAsync(page = next.Address, ended);
        }
    }
}
