namespace BotHost.Bot;

/// <summary>What a context needs to make a turn repeatable: results that are the same each time the handler runs.</summary>
internal interface ITurnSteps
{
    /// <summary>The time, as it was when the handler asked first.</summary>
    DateTimeOffset Now();

    /// <summary>Does something outside Webex, and remembers its result.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="call">Does it.</param>
    /// <param name="find">Finds out whether it was done: (true, result), (false, _), or null where that cannot be known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<T> OnceAsync<T>(
        string name, Func<CancellationToken, Task<T>> call, Func<CancellationToken, Task<(bool IsDone, T? Result)>>? find, CancellationToken cancellationToken);

    /// <summary>A question: what became of it, or that it is asked only now.</summary>
    /// <param name="arguments">What is asked: the same each time.</param>
    AskedQuestion Ask(string arguments);

    /// <summary>What the turn has set and scheduled so far is stored already, by an earlier run of the handler.</summary>
    void Pass();

    /// <summary>Ends the turn: nothing can be begun in it any more.</summary>
    void Close();
}
