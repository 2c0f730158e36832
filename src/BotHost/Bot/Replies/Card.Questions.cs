using System.Text.Json.Nodes;

namespace BotHost.Bot;

public sealed partial class Card
{
    /// <summary>The submit name of buttons that answer a question.</summary>
    internal const string AnswerSubmit = "_answer";

    /// <summary>In such a button's data: the question.</summary>
    internal const string QuestionKey = "_question";

    /// <summary>The input that holds the answer, where there is only one.</summary>
    internal const string AnswerInput = "answer";

    /// <summary>A question with a button for each answer, or a list of them where they are too many.</summary>
    internal static Card Choices(string question, IReadOnlyList<(string Title, string Value)> choices, string id)
    {
        var card = new Card().Text(question);
        if (choices.Count > MaxButtons)
            return card.ChoiceInput(AnswerInput, BotTexts.YourChoice, choices, required: true).AddAnswer(BotTexts.Send, id, null).ForAsker();
        foreach (var (title, value) in choices)
            card.AddAnswer(title, id, value);
        return card.ForAsker();
    }

    /// <summary>A form whose values are the answer.</summary>
    internal static Card Question(string title, RecordShape form, string button, string id)
    {
        var card = new Card(title);
        foreach (var field in form.Fields)
            card.AddField(field);
        return card.AddAnswer(button, id, null).ForAsker();
    }

    private Card AddAnswer(string title, string id, string? answer)
    {
        var data = new JsonObject { [SubmitKey] = AnswerSubmit, [QuestionKey] = id };
        if (answer is not null)
            data[AnswerInput] = answer;
        Foot.Add(CardJson.Object("Action.Submit", ("title", title), ("data", data)));
        return this;
    }
}
