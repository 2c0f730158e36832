namespace BotHost.Webex;

/// <summary>A site of Webex's at which somebody may meet, such as <c>example.webex.com</c>.</summary>
internal sealed record MeetingSite(string SiteUrl, bool Default = false);

/// <summary>The sites of one person.</summary>
internal sealed record MeetingSites(IReadOnlyList<MeetingSite> Sites);

/// <summary>The site that is to be somebody's first choice.</summary>
internal sealed record SiteChoice(string SiteUrl);
