using RestEase;

namespace BotHost.Webex;

/// <summary>A resource that is listed page by page. Webex names the next page in a <c>Link</c> header and nowhere else.</summary>
internal interface IPages<T>
{
    [Get("{link}")]
    Task<Response<Page<T>>> FollowAsync([Path(UrlEncode = false)] string link, CancellationToken cancellationToken);
}
