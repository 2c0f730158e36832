using System.Globalization;
using System.Text.Json;
using BotHost.Bot;

namespace BotHost.Agents;

/// <summary>The cards people get from agents. What an agent wrote stands in a box of its own, as plain text, and never in our words.</summary>
internal static class PeopleCards
{
    /// <summary>The submits of these cards. No author's begins with an underscore.</summary>
    public const string Decide = "_agent.decide", Answer = "_agent.answer";

    public const string Yes = "yes", No = "no";

    private const int LongestText = 3000, LongestValue = 1500, MostValues = 10;

    /// <summary>Whether a call may be made.</summary>
    public static AskCard Approval(ApprovalAsk ask, string identity, long id, DateTimeOffset until)
    {
        var card = new Card("An agent asks for your approval")
            .Text(Markdown.Escape($"{ask.Call.Agent} wants to {ask.Wish}, as {identity}."))
            .Text(Markdown.Escape(Sentence(ask.Call.Decision.Reason)), subtle: true);
        var values = (ask.Arguments ?? new Dictionary<string, JsonElement>()).Where(one => one.Value.ValueKind != JsonValueKind.Null).ToList();
        if (values.Count > 0)
        {
            card.Container(box => box
                .Text("What it would send. The agent wrote this:", subtle: true)
                .Facts(values.Take(MostValues).Select(one => (Markdown.Escape(one.Key), Markdown.Escape(Cut(Plain(one.Value), LongestValue))))), CardStyle.Emphasis);
            if (values.Count > MostValues || values.Any(one => Plain(one.Value).Length > LongestValue))
                card.Text("Not all of it is shown: it is too long. Say no where that matters.", color: CardColor.Attention);
        }

        return new AskCard(Foot(Decision(card, id), $"Request {id}. Yes allows it once.", until), Words(ask.Call.Agent, "asks for your approval"));
    }

    /// <summary>A yes or no to the agent's own question.</summary>
    public static AskCard Consent(string agent, string question, long id, DateTimeOffset until) => new(
        Foot(Decision(Box(new Card("An agent asks for your approval"), agent, question), id), $"Request {id}. Your answer is told to the agent; it allows nothing that it may not do anyway.", until),
        Words(agent, "asks for your approval"));

    /// <summary>A question with choices, or with a field for an answer in words.</summary>
    public static AskCard Question(string agent, string question, IReadOnlyList<string> choices, long id, DateTimeOffset until)
    {
        var card = Box(new Card("An agent asks you something"), agent, question);
        if (choices.Count is > 0 and <= Card.MaxButtons)
        {
            foreach (var choice in choices)
                card.Foot.AddOwnSubmit(Cut(choice, 60), Answer, new { request = id, answer = choice }, default);
            return Asking(card, agent, id, until);
        }

        if (choices.Count > 0)
            card.ChoiceInput("answer", "Your answer", choices.Select(choice => (Cut(choice, 100), choice)), required: true);
        else
            card.TextInput("answer", "Your answer", required: true, multiLine: true, maxLength: 2000);
        card.Foot.AddOwnSubmit("Send", Answer, new { request = id }, ButtonStyle.Positive);
        return Asking(card, agent, id, until);
    }

    private static AskCard Asking(Card card, string agent, long id, DateTimeOffset until) =>
        new(Foot(card, $"Request {id}. Do not send passwords or keys.", until), Words(agent, "asks you something"));

    /// <summary>Where no card is drawn, and in notifications: none of the agent's own words.</summary>
    private static string Words(string agent, string does) => $"Agent {Markdown.Escape(agent)} {does}. Open this message in a client of Webex that shows cards.";

    private static Card Box(Card card, string agent, string question) => card
        .Text(Markdown.Escape($"Agent {agent} wrote:"), subtle: true)
        .Container(box =>
        {
            foreach (var line in Cut(question, LongestText).Split('\n'))
                box.Text(Markdown.Escape(line) is { Length: > 0 } escaped ? escaped : " ");
        }, CardStyle.Emphasis);

    private static Card Decision(Card card, long id)
    {
        card.Foot.AddOwnSubmit("Yes", Decide, new { request = id, answer = Yes }, ButtonStyle.Positive);
        card.Foot.AddOwnSubmit("No", Decide, new { request = id, answer = No }, ButtonStyle.Destructive);
        return card;
    }

    private static Card Foot(Card card, string words, DateTimeOffset until) =>
        card.Text($"{words} Until {until.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC.", subtle: true);

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most] + "…";

    private static string Sentence(string reason) => reason.Length == 0 ? "" : $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.";
}
