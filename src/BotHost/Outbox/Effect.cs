using BotHost.Webex;

namespace BotHost.Outbox;

/// <summary>What an effect does at Webex. The numbers are stored.</summary>
internal enum EffectKind
{
    /// <summary>POST /messages; the body is a <see cref="NewMessage"/>.</summary>
    Post = 0,

    /// <summary>PUT /messages/{id} of the message that an earlier effect of the same event posted; the body is a <see cref="MessageEdit"/>.</summary>
    Edit = 1,

    /// <summary>POST /messages with a file; the body is a <see cref="FilePost"/>, the file beside it.</summary>
    File = 2,

    /// <summary>As <see cref="Edit"/>, of what must not be lost: where Webex refuses the edit it is posted. The body is a <see cref="NewMessage"/>.</summary>
    Result = 3,
}

/// <summary>Where an effect stands. The numbers are stored.</summary>
internal enum EffectState
{
    /// <summary>Waits for its turn.</summary>
    Ready = 0,

    /// <summary>A try was begun. Where it stays here, whether Webex carried it out is not known.</summary>
    Begun = 1,

    /// <summary>Webex carried it out.</summary>
    Sent = 2,

    /// <summary>Webex refused it, and would again.</summary>
    Rejected = 3,

    /// <summary>Whether Webex carried it out cannot be known, and it is not repeated on a guess: a person has to look.</summary>
    Unknown = 4,

    /// <summary>An operator decided that it is not to be sent.</summary>
    Discarded = 5,
}

/// <summary>Something to be done at Webex whose result nobody needs: it is written down first, and done once.</summary>
/// <param name="Ordinal">Its place among the effects of its event.</param>
/// <param name="Target">
/// The room; or the id of a person, whose direct room is not known or does not exist yet. Effects of one target are done one after the other.
/// </param>
/// <param name="Body">The request's body, as JSON.</param>
/// <param name="RefersTo">Of an edit: the ordinal of the effect whose message is edited.</param>
/// <param name="Card">The nonce of the card it carries.</param>
/// <param name="Priority">
/// Whether somebody waits for it. Without evidence, what somebody waits for is repeated, since a repeated answer beats silence;
/// anything else is left for a person to look at.
/// </param>
/// <param name="Follows">When what it answers was said in that room, by Webex's time; null where that is not known.</param>
internal sealed record EffectDraft(
    int Ordinal, RoomId Target, EffectKind Kind, byte[] Body, int? RefersTo = null, string? Card = null, WebexPriority Priority = WebexPriority.Interactive,
    DateTimeOffset? Follows = null)
{
    /// <summary>The file of a <see cref="EffectKind.File"/>.</summary>
    public byte[]? File { get; init; }
}

/// <summary>An effect taken out of the outbox, with a try begun.</summary>
/// <param name="Sequence">Its place in the order of sending; also the number operators quote.</param>
/// <param name="Try">1 for the first. It fences: who writes with an older number is turned away.</param>
/// <param name="Began">When the try in question began, by Webex's time.</param>
/// <param name="SettlesAt">
/// Where an earlier try was left open: from when on, in milliseconds since 1970 here, what it did can be seen. Null where this try is
/// the one to make.
/// </param>
internal sealed record Effect(
    long Sequence, long Event, int Ordinal, RoomId Target, EffectKind Kind, byte[] Body, int? RefersTo, string? Card, WebexPriority Priority, int Try,
    DateTimeOffset Began, long? SettlesAt, DateTimeOffset? Follows)
{
    /// <summary>The file of a <see cref="EffectKind.File"/>.</summary>
    public byte[]? File { get; init; }
}
