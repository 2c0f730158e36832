using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Bot;

public sealed partial class Card
{
    /// <summary>In a button's data: the submit route it names. Fixed, for old cards stay in rooms.</summary>
    internal const string SubmitKey = "_submit";

    /// <summary>In a button's data: what the host knows the card by. Fixed, for old cards stay in rooms.</summary>
    internal const string NonceKey = "_nonce";

    /// <summary>The submit name of buttons that stand for a typed command, which is then in the input <c>command</c>.</summary>
    internal const string CommandSubmit = "_command";

    /// <summary>The submit name of the button that declines.</summary>
    internal const string CancelSubmit = "_cancel";

    private readonly HashSet<string> _dataKeys = [];

    /// <summary>A button that sends the inputs to a <c>Submit</c> route.</summary>
    /// <param name="title">What is on the button.</param>
    /// <param name="route">The route's name.</param>
    /// <param name="data">More values for the handler, by name: <c>new { room = space.Id }</c>. They come back as the presser's client
    /// sends them, so judge them again.</param>
    /// <exception cref="ArgumentException">A sixth button, a name beginning with <c>_</c>, or a value named like an input.</exception>
    public Card Submit(string title, string route, object? data = null)
    {
        RefuseReserved(route, nameof(route));
        return AddSubmit(title, route, DataOf(data));
    }

    /// <summary>A button that stands for a typed command: pressing it does what typing it would do for the presser.</summary>
    /// <param name="title">What is on the button.</param>
    /// <param name="command">The command, with arguments if need be.</param>
    public Card Command(string title, string command) => AddSubmit(title, CommandSubmit, DataOf(new { command }));

    /// <summary>A button that opens a web page.</summary>
    /// <param name="title">What is on the button.</param>
    /// <param name="url">An absolute http or https address.</param>
    public Card OpenUrl(string title, Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException("A card's button opens web pages only. Give an absolute http or https address.", nameof(url));
        }

        return AddAction(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = title, ["url"] = url.AbsoluteUri });
    }

    private static JsonObject DataOf(object? data) =>
        JsonSerializer.SerializeToNode(data ?? new { }, CamelCase) as JsonObject
        ?? throw new ArgumentException("A button's data are named values. Give an object such as new { room = id }.", nameof(data));

    private static void RefuseReserved(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        if (name.StartsWith('_'))
        {
            throw new ArgumentException(
                $"\"{name}\" begins with an underscore, which the bot keeps for itself on cards. " +
                "Choose another name.", parameter);
        }
    }

    private Card AddSubmit(string title, string route, JsonObject data)
    {
        foreach (var (key, _) in data)
        {
            RefuseReserved(key, nameof(data));
            if (_inputs.Contains(key))
            {
                throw new ArgumentException(
                    $"The button \"{title}\" has a value named \"{key}\" like one of the inputs, and only one of them would arrive. " +
                    "Rename either.", nameof(data));
            }

            _dataKeys.Add(key);
        }

        data[SubmitKey] = route;
        return AddAction(new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data });
    }

    private Card AddAction(JsonObject action)
    {
        if (_actions.Count == MaxButtons)
        {
            throw new ArgumentException(
                $"Webex draws {MaxButtons} buttons on a card. " +
                $"Leave out \"{action["title"]}\" or make a second card.");
        }

        _actions.Add(action);
        return this;
    }
}
