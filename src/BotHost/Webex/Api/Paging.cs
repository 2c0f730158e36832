using System.Runtime.CompilerServices;
using RestEase;

namespace BotHost.Webex;

/// <summary>Reads a list to its end, one page at a time, as far as the caller iterates.</summary>
internal static class Paging
{
    public static async IAsyncEnumerable<T> AllAsync<T>(
        this IPages<T> pages,
        Func<CancellationToken, Task<Response<Page<T>>>> first,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var followed = new HashSet<string>(StringComparer.Ordinal);
        var page = await first(cancellationToken);
        while (true)
        {
            foreach (var item in page.GetContent().Items)
                yield return item;

            if (NextLink.Of(page.ResponseMessage) is not { } next)
                yield break;

            if (!followed.Add(next))
                throw new WebexException(WebexCall.Of(page.ResponseMessage), "The list's pages lead back to one already read. Try again later.");

            page = await pages.FollowAsync(next, cancellationToken);
        }
    }
}
