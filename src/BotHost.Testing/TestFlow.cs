using System.Runtime.ExceptionServices;

namespace BotHost.Testing;

/// <summary>
/// What a test has thrown itself: of two failures C# lets only the last out of an <c>await using</c>, and the bot's warnings must not hide what the
/// test found. Only what is thrown in the test's own flow counts, not what is thrown in the servers it talks to.
/// </summary>
internal sealed class TestFlow : IDisposable
{
    private static readonly AsyncLocal<TestFlow?> Current = new();

    private Exception? _thrown;

    public TestFlow() => AppDomain.CurrentDomain.FirstChanceException += Note;

    /// <summary>The last it threw since it called the kit; null where it has gone on, or threw nothing.</summary>
    public Exception? Thrown => _thrown;

    /// <summary>Whoever calls is the test, and goes on.</summary>
    public void Enter() => (Current.Value, _thrown) = (this, null);

    /// <summary>What is called from here is not the test's.</summary>
    public static void Leave() => Current.Value = null;

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Note;

    private void Note(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (Current.Value == this)
            _thrown = e.Exception;
    }
}
