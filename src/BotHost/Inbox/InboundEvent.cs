namespace BotHost.Inbox;

/// <summary>What a door hands in: one thing that happened in Webex, and the bytes that said so.</summary>
/// <param name="Key">The same event from two doors, deliveries or machines has the same key, and is one row.</param>
/// <param name="Lane">Events of one lane are handled one after the other, in the order they arrived.</param>
/// <param name="Resource">Webex's name for what changed: <c>messages</c>, <c>attachmentActions</c>, …</param>
/// <param name="Event">Webex's name for how: <c>created</c>, <c>updated</c>, <c>deleted</c>, …</param>
/// <param name="Body">The bytes as they arrived.</param>
internal sealed record InboundEvent(string Key, string Lane, string Resource, string Event, byte[] Body);

/// <summary>An event taken out of the inbox to be handled.</summary>
/// <param name="Sequence">Its place in the order of arrival; also the id people quote.</param>
/// <param name="Attempt">1 for the first try.</param>
internal sealed record QueuedEvent(long Sequence, string Key, string Lane, string Resource, string Event, byte[] Body, int Attempt);
