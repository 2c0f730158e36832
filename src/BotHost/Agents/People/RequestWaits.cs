using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>
/// Calls that wait for what was asked. Nothing is kept in memory but who waits: the answer may come to another host, and the agent come back after a
/// restart.
/// </summary>
internal sealed class RequestWaits(PersonRequests requests, IOptions<PeopleOptions> options, TimeProvider time)
{
    /// <summary>Another host may be the one that hears the answer: then nobody here is told.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly AtOnce _waiting = new();
    private TaskCompletionSource _bell = NewBell();

    /// <summary>Whether no host works on this store: then nobody posts a card, nor runs a command.</summary>
    public bool IsAlone { get; set; }

    /// <summary>A place to wait in for what a host does, until it is disposed of. To be taken before anybody is asked.</summary>
    /// <exception cref="ToolException">No host would do it, or as many calls of the agent wait already.</exception>
    public IDisposable EnterForHost(string agent) => !IsAlone ? Enter(agent)
        : throw new ToolException("No host runs on this store, and only a host asks people and runs commands. Tell the person you work for to start it, then repeat this call.");

    /// <summary>A place to wait in.</summary>
    /// <exception cref="ToolException">As many calls of the agent wait already.</exception>
    public IDisposable Enter(string agent) => _waiting.Enter(agent, options.Value.WaitsAtOnce) ?? throw new ToolException(
        $"{options.Value.WaitsAtOnce} calls of yours wait already, and no more may at once; this one did nothing. Let one of them end, then repeat this call. How a request stands, get-approval tells without waiting.");

    /// <summary>Has all who wait look again.</summary>
    public void Ring() => Interlocked.Exchange(ref _bell, NewBell()).TrySetResult();

    /// <summary>Waits until a request is answered or over, or as long as a call waits.</summary>
    /// <param name="id">The request.</param>
    /// <param name="most">How long.</param>
    /// <param name="isLost">Whether it will not be answered any more; null where that cannot be told.</param>
    /// <param name="progress">Where the client wants to hear that it still goes on.</param>
    /// <param name="note">What it hears.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The request as it then stands.</returns>
    public async Task<(PersonRequest Request, RequestState State)> WaitAsync(
        long id, TimeSpan most, Func<bool>? isLost, IProgress<string>? progress, string note, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var bell = Volatile.Read(ref _bell).Task;
            var request = requests.Find(id) ?? throw new ToolException($"Request {id} is not there any more: it was erased. Ask again where you still need it.");
            var state = request.At(requests.Now);
            if (state != RequestState.Pending || time.GetElapsedTime(began) >= most || isLost?.Invoke() == true)
                return (request, state);
            progress?.Report(note);
            await Task.WhenAny(bell, Task.Delay(Look, time, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
