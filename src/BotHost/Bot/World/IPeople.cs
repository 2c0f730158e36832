namespace BotHost.Bot;

/// <summary>Who people are, fetched when asked for and cached.</summary>
public interface IPeople
{
    /// <summary>The person or bot with this id, of whichever organisation; null where there is none.</summary>
    Task<PersonProfile?> ReadAsync(PersonId person, CancellationToken cancellationToken = default);

    /// <summary>The person or bot with this address, or null. Webex matches whole addresses only.</summary>
    Task<PersonProfile?> FindByEmailAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>The time zone where a person is, as Webex tells it; UTC where it does not.</summary>
    async Task<TimeZoneInfo> ZoneAsync(PersonId person, CancellationToken cancellationToken = default) =>
        (await ReadAsync(person, cancellationToken))?.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>What Webex tells about a person.</summary>
/// <param name="Id">Their id.</param>
/// <param name="DisplayName">Their name, as they wrote it: escape it before echoing.</param>
/// <param name="Emails">Their addresses, the main one first.</param>
/// <param name="OrganizationId">Their organisation. A bot's own is Webex's consumer one.</param>
/// <param name="TimeZone">Their time zone's IANA name, where Webex shows it.</param>
/// <param name="IsBot">True for a bot.</param>
public sealed record PersonProfile(
    PersonId Id, string DisplayName, IReadOnlyList<string> Emails, OrganizationId? OrganizationId, string? TimeZone, bool IsBot);
