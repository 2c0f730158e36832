namespace BotHost.Webex;

/// <summary>What a room's tab is, or is to become. Webex wants all of it every time.</summary>
internal sealed record RoomTabContent : ICheckedRequest
{
    public required RoomId RoomId { get; init; }

    /// <summary>The address of the page: <c>https</c> only.</summary>
    public required string ContentUrl { get; init; }

    public required string DisplayName { get; init; }

    public void Check()
    {
        if (!Uri.TryCreate(ContentUrl, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("A tab shows a page served over https. Set ContentUrl to an address that begins with https://.");
    }
}
