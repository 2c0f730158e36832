namespace WebexSimulator.Model;

/// <summary>Something that happened, as whoever may know of it is told.</summary>
/// <param name="Resource">As webhooks name it: <c>messages</c>, <c>memberships</c>, <c>rooms</c>, <c>attachmentActions</c>, <c>meetings</c>.</param>
/// <param name="Event"><c>created</c>, <c>updated</c> or <c>deleted</c>; of meetings also <c>started</c>, <c>ended</c>, <c>joined</c> and <c>left</c>.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="Audience">Who may know.</param>
/// <param name="DataId">The id of what it happened to.</param>
/// <param name="Data">The thin body: no text, no title, no inputs.</param>
/// <param name="Facts">The values a webhook's filter of that name is compared with.</param>
/// <param name="OnlyAppId">The application it is told to; null where it is told to all.</param>
internal sealed record WorldEvent(
    string Resource, string Event, Person Actor, IReadOnlyList<Person> Audience, string DataId, object Data, Func<string, IReadOnlyList<string>> Facts,
    string? OnlyAppId = null);
