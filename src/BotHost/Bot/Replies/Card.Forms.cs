using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace BotHost.Bot;

public sealed partial class Card
{
    /// <summary>How long a question before something that cannot be taken back waits for its answer.</summary>
    internal static readonly TimeSpan QuestionLife = TimeSpan.FromDays(1);

    /// <summary>
    /// A form with one field per constructor parameter of the record; a <c>Submit</c> route that takes the record reads it back and checks
    /// it again: what does not fit comes back as a fresh form, filled in, with what is wrong at each field.
    /// Strings, numbers, dates, times and whatever is <see cref="IParsable{TSelf}"/> become fields, enums choices (arrays of them: several),
    /// booleans boxes to tick. Nullable or defaulted is optional. <see cref="LabelAttribute"/>, <see cref="MultiLineAttribute"/>,
    /// <see cref="DisplayAttribute"/> (name, and prompt for the empty field) and the validation attributes of
    /// <c>System.ComponentModel.DataAnnotations</c> refine. The asker only, once.
    /// </summary>
    /// <param name="title">A line in bold above the fields.</param>
    /// <param name="submit">The submit route's name.</param>
    /// <param name="button">What is on the button; null for "Send" in the person's language.</param>
    /// <param name="data">More values for the handler, by name.</param>
    /// <param name="values">What is in the fields at first; null for the record's own defaults.</param>
    /// <exception cref="ArgumentException">A parameter of the record cannot be a field.</exception>
    public static Card Form<TRecord>(string title, string submit, string? button = null, object? data = null, TRecord? values = default)
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
            card.AddField(values is null ? field : field with { Initial = ValueOf(values, field) });
        }

        return card.Submit(button ?? BotTexts.Send, submit, data).ForAsker();
    }

    /// <summary>
    /// A question before something that cannot be taken back, with one button to go on and one to decline. The asker only, once, for a day.
    /// </summary>
    /// <param name="question">Card text is Markdown: escape what other people wrote.</param>
    /// <param name="submit">The submit route that does it.</param>
    /// <param name="data">Values for its handler, by name.</param>
    /// <param name="yes">What is on the button that goes on; null for "Yes" in the person's language.</param>
    /// <param name="no">What is on the other; null for "No".</param>
    public static Card Confirm(string question, string submit, object? data = null, string? yes = null, string? no = null) =>
        new Card().Text(question).Submit(yes ?? BotTexts.Yes, submit, data).Declining(no ?? BotTexts.No);

    /// <summary>The question before a command that is to be confirmed. Pressed, it is read as if it were typed once more.</summary>
    /// <param name="question">Markdown.</param>
    /// <param name="command">The command as it was typed.</param>
    /// <param name="mentions">Whom it mentions, as JSON.</param>
    /// <param name="asked">By what time it was read; null where time does not matter.</param>
    internal static Card Confirm(string question, string command, string mentions, DateTimeOffset? asked)
    {
        var card = new Card().Text(question);
        object data = asked is { } time ? new { command, mentions, asked = time.ToString("O", CultureInfo.InvariantCulture) } : new { command, mentions };
        card.Foot.AddOwnSubmit(BotTexts.Yes, ConfirmSubmit, data, ButtonStyle.Destructive);
        return card.Declining(BotTexts.No);
    }

    private static object? ValueOf(object values, Field field) =>
        values.GetType().GetProperty(field.Id, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.GetValue(values);

    private static T? Limit<T>(object? limit) where T : struct, IParsable<T> =>
        T.TryParse(Field.TextOf(limit), CultureInfo.InvariantCulture, out var known) ? known : null;

    /// <summary>A bound that means none is not told to the client.</summary>
    private static decimal? Number(object limit) => limit is int.MaxValue or int.MinValue ? null : Limit<decimal>(limit);

    private Card Declining(string no)
    {
        Foot.AddOwnSubmit(no, CancelSubmit, null, default);
        return ForAsker().Expires(QuestionLife);
    }

    private Card AddField(Field field)
    {
        var (id, label, required, rules) = (field.Id, field.Label, !field.IsOptional, field.Rules);
        var (error, initial, prompt) = (rules.ErrorOf(label), Field.TextOf(field.Initial), rules.Display?.GetPrompt());
        return field.Scalar switch
        {
            { Choices: { } choices } => ChoiceInput(id, label, choices.Zip(field.Scalar.Titles ?? choices, (value, title) => (title, value)), required, field.IsMany, initial, placeholder: prompt, error: error),
            { Type: var type } when type == typeof(bool) && !field.IsMany => ToggleInput(id, label, field.Initial is true, required, required ? error : null),
            { Type: var type } when type == typeof(DateOnly) && !field.IsMany => DateInput(
                id, label, required, Limit<DateOnly>(rules.Range?.Minimum), Limit<DateOnly>(rules.Range?.Maximum), (DateOnly?)field.Initial, error),
            { Type: var type } when type == typeof(TimeOnly) && !field.IsMany => TimeInput(
                id, label, required, Limit<TimeOnly>(rules.Range?.Minimum), Limit<TimeOnly>(rules.Range?.Maximum), (TimeOnly?)field.Initial, error),
            { IsWholeNumber: true } when !field.IsMany => NumberInput(
                id, label, required, rules.Range is { } from ? Number(from.Minimum) : null, rules.Range is { } to ? Number(to.Maximum) : null,
                field.Initial is { } number ? Convert.ToDecimal(number, CultureInfo.InvariantCulture) : null, prompt, error),
            _ => TextInput(id, label, required, field.IsMultiLine, rules.MaxLength, rules.Pattern, prompt, initial, rules.Kind, error),
        };
    }
}
