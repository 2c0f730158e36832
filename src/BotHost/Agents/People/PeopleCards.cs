using System.Globalization;
using System.Text.Json;
using BotHost.Bot;

namespace BotHost.Agents;

/// <summary>
/// The cards people get from agents, in the language of whoever is asked; in a space, in the bot's. What an agent wrote stands in a box of its own, as plain text, and never in our words. The words
/// beside a card, for where none is drawn and for notifications, are none of the agent's either.
/// </summary>
internal static class PeopleCards
{
    /// <summary>The submits of these cards. No author's begins with an underscore.</summary>
    public const string Decide = "_agent.decide", Answer = "_agent.answer";

    public const string Yes = "yes", No = "no";

    private const int LongestText = 3000, LongestValue = 1500, MostValues = 10;

    /// <summary>Whether a call may be made.</summary>
    /// <param name="person">The name of the person the agent acts as; null where it acts as none, or Webex does not tell.</param>
    public static AskCard Approval(Language language, ApprovalAsk ask, string? person, long id, DateTimeOffset until)
    {
        var card = new Card(Say("AgentAsksYes"))
            .Text(Texts.SayIn(language, "AgentWants", ask.Call.Agent, Wishes.Say(language, ask.Call), As(language, ask.Agent.Identity, person)).Value)
            .Text(Texts.SayIn(language, "AgentMayOnceYes", ask.Call.Decision.Grant).Value, subtle: true);
        var values = (ask.Arguments ?? new Dictionary<string, JsonElement>()).Where(one => one.Value.ValueKind != JsonValueKind.Null).ToList();
        if (values.Count > 0)
        {
            card.Container(box => box
                .Text(Say("AgentWouldSend"), subtle: true)
                .Facts(values.Take(MostValues).Select(one => (Markdown.Escape(one.Key), Markdown.Escape(Cut(Plain(one.Value), LongestValue))))), CardStyle.Emphasis);
            if (values.Count > MostValues || values.Any(one => Plain(one.Value).Length > LongestValue))
                card.Text(Say("AgentCutShort"), color: CardColor.Attention);
        }

        return new AskCard(Decision(language, card, id).Text(Foot(language, "AgentYesOnce", id, until), subtle: true), Texts.SayIn(language, "AgentAsksYesWords", ask.Call.Agent).Value);

        string Say(string key) => Texts.SayIn(language, key).Value;
    }

    /// <summary>A yes or no to the agent's own question.</summary>
    public static AskCard Consent(Language language, string agent, string question, long id, DateTimeOffset until)
    {
        var card = Decision(language, Box(language, new Card(Texts.SayIn(language, "AgentAsksYes").Value), agent, question), id);
        return new AskCard(card.Text(Foot(language, "AgentYesAllowsNothing", id, until), subtle: true), Texts.SayIn(language, "AgentAsksYesWords", agent).Value);
    }

    /// <summary>A question with choices, or with a field for an answer in words.</summary>
    public static AskCard Question(Language language, string agent, string question, IReadOnlyList<string> choices, long id, DateTimeOffset until)
    {
        var card = Box(language, new Card(Texts.SayIn(language, "AgentAsksSomething").Value), agent, question);
        if (choices.Count is > 0 and <= Card.MaxButtons)
        {
            foreach (var choice in choices)
                card.Foot.AddOwnSubmit(Cut(choice, 60), Answer, new { request = id, answer = choice }, default);
        }
        else
        {
            var label = Texts.SayIn(language, "AgentYourAnswer").Value;
            if (choices.Count > 0)
                card.ChoiceInput("answer", label, choices.Select(choice => (Cut(choice, 100), choice)), required: true);
            else
                card.TextInput("answer", label, required: true, multiLine: true, maxLength: 2000);
            card.Foot.AddOwnSubmit(Texts.SayIn(language, "Send").Value, Answer, new { request = id }, ButtonStyle.Positive);
        }

        return new AskCard(card.Text(Foot(language, "AgentNoSecrets", id, until), subtle: true), Texts.SayIn(language, "AgentAsksSomethingWords", agent).Value);
    }

    private static Card Box(Language language, Card card, string agent, string question) => card
        .Text(Texts.SayIn(language, "AgentWrote", agent).Value, subtle: true)
        .Container(box =>
        {
            foreach (var line in Cut(question, LongestText).Split('\n'))
                box.Text(Markdown.Escape(line) is { Length: > 0 } escaped ? escaped : " ");
        }, CardStyle.Emphasis);

    private static Card Decision(Language language, Card card, long id)
    {
        card.Foot.AddOwnSubmit(Texts.SayIn(language, "Yes").Value, Decide, new { request = id, answer = Yes }, ButtonStyle.Positive);
        card.Foot.AddOwnSubmit(Texts.SayIn(language, "No").Value, Decide, new { request = id, answer = No }, ButtonStyle.Destructive);
        return card;
    }

    private static MarkdownText As(Language language, WebexIdentity identity, string? person) => identity.Kind switch
    {
        IdentityKind.Bot => Texts.SayIn(language, "AgentAsBot"),
        IdentityKind.ServiceApp => Texts.SayIn(language, "AgentAsService", identity.Id),
        _ => person is null ? Texts.SayIn(language, "AgentAsPerson") : Markdown.Format($"{person}"),
    };

    private static string Foot(Language language, string key, long id, DateTimeOffset until) =>
        Texts.SayIn(language, key, id, until.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).Value;

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most] + "…";
}
