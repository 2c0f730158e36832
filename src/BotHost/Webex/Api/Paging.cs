namespace BotHost.Webex;

/// <summary>Reads a list to its end, one page at a time, as far as the caller iterates.</summary>
internal static class Paging
{
    public static Paged<T> AllAsync<T>(this IPages<T> pages, Func<CancellationToken, Task<Page<T>>> first, CancellationToken cancellationToken) => new(pages, first, cancellationToken);
}
