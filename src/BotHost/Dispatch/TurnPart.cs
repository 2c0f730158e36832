using BotHost.Storage;

namespace BotHost.Dispatch;

/// <summary>Something a turn wants written down when it ends, together with what it says.</summary>
internal interface ITurnPart
{
    /// <summary>Nothing can be added any more.</summary>
    void Close();

    /// <summary>What was added so far is stored already, by an earlier run of the handler.</summary>
    void Pass();

    /// <summary>Stores what was added, within the transaction that ends the turn.</summary>
    void Commit(WriteSession session);
}
