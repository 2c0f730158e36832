using BotHost.Bot;

namespace BotHost.Tests.Bot;

/// <summary>Steps of a turn that has no memory: each is done.</summary>
internal sealed class NoSteps : ITurnSteps
{
    public static readonly NoSteps Instance = new();

    public DateTimeOffset Now() => DateTimeOffset.UnixEpoch;

    public Task<T> OnceAsync<T>(
        string name, Func<CancellationToken, Task<T>> call, Func<CancellationToken, Task<(bool IsDone, T? Result)>>? find, CancellationToken cancellationToken) =>
        call(cancellationToken);

    public AskedQuestion Ask(string arguments) => throw new NotSupportedException();

    public void Pass()
    {
    }

    public void Close()
    {
    }
}
