namespace BotHost.Bot;

/// <summary>The files of the message that began the turn.</summary>
internal interface ITurnFiles
{
    /// <summary>Asks Webex for their names, types and lengths, once for all tries of the turn.</summary>
    Task<IReadOnlyList<AttachedFile>> ReadAsync(CancellationToken cancellationToken);
}
