using Refit;

namespace BotHost.Webex;

/// <summary>A resource that is listed page by page. Webex names the next page in a <c>Link</c> header and nowhere else.</summary>
internal interface IPages<T>
{
    /// <param name="link">The next page's address, followed as Webex wrote it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("")]
    Task<Page<T>> FollowAsync([Url] Uri link, CancellationToken cancellationToken);
}
