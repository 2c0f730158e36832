namespace BotHost.Bot;

public sealed partial class Card
{
    /// <summary>
    /// A form with one field per constructor parameter of the record; a <c>Submit</c> route that takes the record reads it back.
    /// Strings, whole numbers and whatever is <see cref="IParsable{TSelf}"/> become fields, enums choices (arrays of them: several),
    /// booleans boxes to tick. Nullable or defaulted is optional. <see cref="LabelAttribute"/> and <see cref="MultiLineAttribute"/> refine.
    /// The asker only, once.
    /// </summary>
    /// <param name="title">A line in bold above the fields.</param>
    /// <param name="submit">The submit route's name.</param>
    /// <param name="button">What is on the button.</param>
    /// <param name="data">More values for the handler, by name.</param>
    /// <exception cref="ArgumentException">A parameter of the record cannot be a field.</exception>
    public static Card Form<TRecord>(string title, string submit, string button = "Send", object? data = null)
    {
        var problems = new List<string>();
        var form = RecordShape.Of(typeof(TRecord), problems.Add);
        if (form is null || problems.Count > 0)
        {
            throw new ArgumentException($"{typeof(TRecord).Name} cannot be drawn as a form: {string.Join(' ', problems)}", nameof(TRecord));
        }

        var card = new Card(title);
        foreach (var field in form.Fields)
        {
            card.AddField(field);
        }

        return card.Submit(button, submit, data).ForAsker();
    }

    /// <summary>
    /// A question before something that cannot be taken back, with one button to go on and one to decline. The asker only, once.
    /// </summary>
    /// <param name="question">Card text is Markdown: escape what other people wrote.</param>
    /// <param name="submit">The submit route that does it.</param>
    /// <param name="data">Values for its handler, by name.</param>
    /// <param name="yes">What is on the button that goes on.</param>
    /// <param name="no">What is on the other.</param>
    public static Card Confirm(string question, string submit, object? data = null, string yes = "Yes", string no = "No") =>
        new Card().Text(question).Submit(yes, submit, data).AddSubmit(no, CancelSubmit, []).ForAsker();

    private Card AddField(Field field)
    {
        var (id, label, required) = (field.Id, field.Label, !field.IsOptional);
        return field.Scalar switch
        {
            { Choices: { } choices } => ChoiceInput(id, label, choices.Select(choice => (choice, choice)), required, field.IsMany, field.InitialText),
            { Type: var type } when type == typeof(bool) => ToggleInput(id, label, field.Initial is true),
            { IsWholeNumber: true } when !field.IsMany =>
                NumberInput(id, label, required, value: field.Initial is { } number ? Convert.ToDecimal(number) : null),
            _ => TextInput(id, label, required, field.IsMultiLine, value: field.InitialText),
        };
    }

    private Card ForAsker()
    {
        OnlyAsker = true;
        return Once();
    }
}
