using System.Text;
using BotHost.Storage;

namespace BotHost.Journal;

/// <summary>Questions: steps whose result is what somebody answers, in a turn of its own.</summary>
internal sealed partial class TurnJournal
{
    private const string AskStep = "ask";

    private const string BeganStep = "began";

    private (int Number, string Fingerprint) _asked;
    private string _began = "";

    /// <summary>
    /// A question: the step of asking it, and what became of it where an earlier run of the handler asked. Where it is asked only now, the
    /// handler ends: <see cref="Suspend"/>.
    /// </summary>
    public (int Number, byte[]? Result) Ask(string arguments)
    {
        var (number, fingerprint) = Begin(AskStep, arguments);
        if (Recorded(number, AskStep, fingerprint) is { Result: { } known })
            return (number, known);
        _asked = (number, fingerprint);
        return (number, null);
    }

    /// <summary>What a handler that has asked something began with, and so goes on with; for any other, what is so now. It is the step before all others.</summary>
    public string Began(string now) =>
        _began = recorded.TryGetValue(0, out var step) && step.Result is { } known ? Encoding.UTF8.GetString(known) : now;

    /// <summary>Whether the handler has asked something in an earlier run.</summary>
    public bool HasAsked => recorded.Values.Any(step => step.Name == AskStep);

    /// <summary>Whether it has not come to all of that in this one: it was changed meanwhile.</summary>
    public bool HasSkippedAnswers => recorded.Values.Any(step => step.Name == AskStep && step.Number > _last);

    /// <summary>Writes down what was asked, and all that was read before, in the transaction that puts the question out.</summary>
    public void Suspend(WriteSession session)
    {
        StepRows.WriteRead(session, @event, new ReadStep(0, BeganStep, "", Encoding.UTF8.GetBytes(_began)), Now());
        foreach (var read in _unwritten)
            StepRows.WriteRead(session, @event, read, Now());
        var (number, fingerprint) = _asked;
        StepRows.WriteIntent(session, @event, number, AskStep, fingerprint, webexTime.Now.ToUnixTimeMilliseconds(), Now());
    }
}
