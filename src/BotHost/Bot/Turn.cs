namespace BotHost.Bot;

/// <summary>
/// Who speaks. As a handler's parameter: the sender of this turn; names and organisation come from <see cref="IPeople"/> when they are
/// needed.
/// </summary>
/// <param name="Id">The person's id, which never changes.</param>
/// <param name="Email">The address Webex gave with the message. For showing and for adding to spaces; decisions are made by id.</param>
public sealed record Person(PersonId Id, string Email);

/// <summary>Where this turn takes place.</summary>
/// <param name="Id">The room's id.</param>
/// <param name="IsDirect">True between one person and the bot; false in a space of several.</param>
public sealed record Room(RoomId Id, bool IsDirect);

/// <summary>What was said. In a card submit: the message that carries the card, with an empty text.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="ThreadId">The message that began the thread, where this one is an answer in a thread.</param>
/// <param name="Text">The plain text without the bot's own mention; line breaks and inner spacing as they were typed.</param>
/// <param name="Mentions">Where in <paramref name="Text"/> other people are mentioned.</param>
public sealed record Incoming(MessageId Id, MessageId? ThreadId, string Text, IReadOnlyList<MentionSpan> Mentions);

/// <summary>A mention inside a text: one word for argument reading, whatever spaces the name has.</summary>
/// <param name="Start">Index of the name's first UTF-16 unit in the text.</param>
/// <param name="Length">Number of UTF-16 units.</param>
/// <param name="Id">The person mentioned.</param>
/// <param name="Name">The name as shown.</param>
public readonly record struct MentionSpan(int Start, int Length, PersonId Id, string Name)
{
    internal int End => Start + Length;
}

/// <summary>
/// A mentioned person. As a handler's parameter it reads one mention; <c>params Mention[]</c> reads several. In a reply it notifies that
/// person.
/// </summary>
/// <param name="Id">The person mentioned.</param>
/// <param name="Name">The name as shown.</param>
public sealed record Mention(PersonId Id, string Name);
