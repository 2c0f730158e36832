using BotHost.Storage;

namespace BotHost.Journal;

/// <summary>Questions: steps whose result is what somebody answers, in a turn of its own.</summary>
internal sealed partial class TurnJournal
{
    private const string AskStep = "ask";

    private (int Number, string Fingerprint) _asked;

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

    /// <summary>Whether the next step is one that asked this in an earlier run of the handler.</summary>
    public bool AskedNext(string arguments)
    {
        lock (_gate)
            return recorded.TryGetValue(_last + 1, out var step) && step.Name == AskStep && step.Fingerprint == Fingerprint(AskStep, arguments);
    }

    /// <summary>How many steps have begun: where <see cref="Return"/> goes back to.</summary>
    public int Mark()
    {
        lock (_gate)
            return _last;
    }

    /// <summary>Takes back a step that came to nothing, so that something can be asked in its place.</summary>
    /// <param name="mark">What <see cref="Mark"/> gave before it began.</param>
    /// <exception cref="UnknownStepException">An earlier run left the step open, and what it did cannot be looked into.</exception>
    /// <exception cref="InvalidOperationException">Another step has begun beside it.</exception>
    public void Return(int mark)
    {
        lock (_gate)
        {
            if (recorded.TryGetValue(mark + 1, out var open))
                throw new UnknownStepException(open.Number, open.Name);
            if (_last != mark + 1)
                throw new InvalidOperationException("Something has to be asked, and another step has begun meanwhile. Await each call of ctx.As(…) before the next.");
            _last = mark;
        }
    }

    /// <summary>Whether the handler has asked something in an earlier run.</summary>
    public bool HasAsked => recorded.Values.Any(step => step.Name == AskStep);

    /// <summary>Whether it has not come to all of that in this one: it was changed meanwhile.</summary>
    public bool HasSkippedAnswers => recorded.Values.Any(step => step.Name == AskStep && step.Number > _last);

    /// <summary>Writes down what was asked, and all that was read before, in the transaction that puts the question out.</summary>
    public void Suspend(WriteSession session)
    {
        foreach (var read in _unwritten)
            StepRows.WriteRead(session, @event, read, Now());
        var (number, fingerprint) = _asked;
        StepRows.WriteIntent(session, @event, number, AskStep, fingerprint, webexTime.Now.ToUnixTimeMilliseconds(), Now());
    }
}
