namespace BotHost.Bot;

public sealed partial class BotContext
{
    /// <summary>Who says three times what cannot be read does not want to answer.</summary>
    private const int MostTries = 3;

    /// <summary>The question this run ended with; null where it did not.</summary>
    internal PendingQuestion? Question { get; private set; }

    /// <summary>How many of the replies an earlier run of the handler has put out already.</summary>
    internal int Posted { get; private set; }

    /// <summary>
    /// Asks the sender something and gives what they answer. What the turn has said and set so far is put out and stored with the question, and
    /// this run of the handler ends here, by an exception to let pass. Once there is an answer the handler runs again from the top: what
    /// it has said is not said again, what it did through the context is not done again, and here it goes on with the answer.
    /// </summary>
    /// <remarks>
    /// The sender answers by writing in the same room; in a space by mentioning the bot in the same thread, or outside threads where that fits no command. <c>cancel</c> ends it, <c>help</c> helps.
    /// Whoever asks must be repeatable: it asks the same things in the same order each time. True or false and enums are asked with buttons too.
    /// </remarks>
    /// <typeparam name="T">What a command's parameter may be: a text, a number, a date, an enum, a <see cref="PersonRef"/>, …; an array of these for several words, commas between them or not.</typeparam>
    /// <param name="question">What to ask.</param>
    /// <param name="timeout">How long to wait, 1 s to 7 days. Null: <c>BotHost:AnswerTimeout</c>.</param>
    /// <exception cref="NotAnsweredException">There is no answer: see why. Left to pass, the turn ends and the person is told.</exception>
    /// <exception cref="ArgumentException">Nobody can write a <typeparamref name="T"/> in one word.</exception>
    public Task<T> AskAsync<T>(Reply question, TimeSpan? timeout = null)
    {
        var isMany = typeof(T).IsSZArray;
        var scalar = Scalar.For(isMany ? typeof(T).GetElementType()! : typeof(T))
            ?? throw new ArgumentException($"{TypeNames.Of(typeof(T))} is nothing people can write in one word. Ask for a form: AskFormAsync<{TypeNames.Of(typeof(T))}>(…)");
        IReadOnlyList<(string Title, string Value)> choices = isMany ? [] : scalar.Type == typeof(bool) ? [(BotTexts.Yes, "yes"), (BotTexts.No, "no")]
            : [.. (scalar.Titles ?? []).Select(Words.Capitalised).Zip(scalar.Choices ?? [])];
        return Ask(
            TypeNames.Of(typeof(T)), question, id => choices.Count == 0 ? null : Card.Choices(question.Body, choices, id),
            (Answer answer, in ReadingClock clock) => isMany ? AnswerReader.ReadMany<T>(scalar, answer, clock) : AnswerReader.Read<T>(scalar, answer, clock),
            scalar.NeedsClock, timeout, Aborted);
    }

    /// <summary>Asks the sender to choose one of several texts, by a button or by writing it. Otherwise as <see cref="AskAsync{T}"/>.</summary>
    /// <returns>The chosen text as it stands in <paramref name="choices"/>.</returns>
    public Task<string> AskAsync(Reply question, IReadOnlyList<string> choices, TimeSpan? timeout = null)
    {
        if (choices.Count == 0)
            throw new ArgumentException("There is nothing to choose from. Give at least one choice.", nameof(choices));
        return Ask(
            "choice", question, id => Card.Choices(question.Body, [.. choices.Select(choice => (choice, choice))], id), (Answer answer, in ReadingClock _) => AnswerReader.Read(choices, answer), needsClock: false, timeout, Aborted);
    }

    /// <summary>Asks the sender to fill in a form: a card with one field per constructor parameter of the record. Otherwise as <see cref="AskAsync{T}"/>.</summary>
    /// <param name="title">A line in bold above the fields.</param>
    /// <param name="button">What is on the button; null for "Send" in the person's language.</param>
    /// <param name="timeout">As of <see cref="AskAsync{T}"/>.</param>
    public Task<T> AskFormAsync<T>(string title, string? button = null, TimeSpan? timeout = null)
    {
        var problems = new List<string>();
        if (RecordShape.Of(typeof(T), problems.Add) is not { } form || problems.Count > 0)
            throw new ArgumentException($"{TypeNames.Of(typeof(T))} cannot be drawn as a form: {string.Join(' ', problems)}");
        return Ask(
            "form", title, id => Card.Question(title, form, button ?? BotTexts.Send, id), (Answer answer, in ReadingClock clock) => AnswerReader.Read<T>(form, answer, clock),
            form.Fields.Any(field => field.Scalar.NeedsClock), timeout, Aborted);
    }

    private async Task<T> Ask<T>(string kind, Reply question, Func<string, Card?> card, ReadAnswer<T> read, bool needsClock, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (timeout < TimeSpan.FromSeconds(1) || timeout > TimeSpan.FromDays(7))
            throw new ArgumentOutOfRangeException(nameof(timeout), "An answer is waited for at least a second and at most seven days.");
        var words = question;
        cancellationToken.ThrowIfCancellationRequested();
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var answer = Ask($"{kind} {_effects.Count} {question.Body}", words, card, timeout);
            // What "tomorrow" is counts from the answer.
            var (value, refusal) = read(answer, needsClock ? await ReadingClock.OfAsync(this) : ReadingClock.None);
            if (refusal is not { } reason)
                return value!;
            words = $"{reason}\n\n{question.Body}";
        }

        throw new NotAnsweredException(NotAnswered.Unreadable);
    }

    /// <param name="known">What the question is known by: without the reason for which it is asked again, which is in the person's language.</param>
    private Answer Ask(string known, Reply words, Func<string, Card?> card, TimeSpan? timeout)
    {
        if (Granted is not null)
            throw new NotAnsweredException(NotAnswered.NotAPerson);
        var asked = Steps.Ask(known);
        Add(new TurnEffect(card(asked.Id) is { } drawn ? words.With(drawn) : words, Edits: null), isBlank: false);
        return Conclude(asked, timeout, consent: null);
    }

    /// <summary>The answer of an earlier run; or the end of this one, which has only asked.</summary>
    private Answer Conclude(AskedQuestion asked, TimeSpan? timeout, string? consent)
    {
        if (asked.Answer is { } answer)
        {
            Posted = _effects.Count;
            Steps.Pass();
            return answer.Not is { } not ? throw new NotAnsweredException(not) : answer;
        }

        Question = new PendingQuestion(asked.Number, timeout, consent);
        Close();
        throw new TurnSuspendedException();
    }
}
