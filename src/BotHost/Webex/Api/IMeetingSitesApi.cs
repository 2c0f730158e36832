using RestEase;

namespace BotHost.Webex;

/// <summary>At which of Webex's sites somebody may meet. The e-mail address is for administrators who ask for somebody.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface IMeetingSitesApi
{
    [Get("meetingPreferences/sites")]
    Task<MeetingSites> GetAsync([Query] string? userEmail, [Query] string? siteUrl, CancellationToken cancellationToken);

    /// <summary>Makes a site somebody's first choice.</summary>
    [Put("meetingPreferences/sites?defaultSite=true")]
    Task<MeetingSite> PreferAsync([Query] string? userEmail, [Body] SiteChoice choice, CancellationToken cancellationToken);
}
