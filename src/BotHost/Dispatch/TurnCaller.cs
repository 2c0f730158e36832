using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>As whom a turn's world calls Webex.</summary>
/// <param name="SelfAsync">Their person's id.</param>
/// <param name="IsSender">Whether that is the sender of the turn: then what they see is all theirs.</param>
internal sealed record TurnCaller(WebexClient Webex, Func<CancellationToken, Task<PersonId>> SelfAsync, bool IsSender);
