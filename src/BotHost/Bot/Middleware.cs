namespace BotHost.Bot;

/// <summary>Goes on with the turn: the next middleware, or the handler. Gives the turn's last reply.</summary>
public delegate ValueTask<Reply?> TurnNext();

/// <summary>
/// Runs around handlers, after authorisation and before arguments are read. Returning a reply without calling
/// <paramref name="next"/> refuses; returning another reply than <paramref name="next"/> gave replaces it.
/// </summary>
public delegate ValueTask<Reply?> TurnMiddleware(BotContext context, TurnNext next);
