using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>What has buttons at its foot: a card, or one behind a button.</summary>
/// <typeparam name="TSelf">The part itself.</typeparam>
public abstract class CardSheet<TSelf> : CardBody<TSelf> where TSelf : CardSheet<TSelf>
{
    internal CardSheet(CardNames names) : base(names) => Foot = new ButtonList(names);

    internal ButtonList Foot { get; }

    /// <summary>A button that sends the inputs to a <c>Submit</c> route.</summary>
    /// <param name="title">What is on the button.</param>
    /// <param name="route">The route's name.</param>
    /// <param name="data">More values for the handler, by name: <c>new { room = space.Id }</c>. They come back as the presser's client
    /// sends them, so judge them again.</param>
    /// <param name="style">What its look says of what it does.</param>
    /// <exception cref="ArgumentException">A sixth button, a name beginning with <c>_</c>, or a value named like an input.</exception>
    public TSelf Submit(string title, string route, object? data = null, ButtonStyle style = default)
    {
        Foot.AddSubmit(title, route, data, style);
        return (TSelf)this;
    }

    /// <summary>A button that stands for a typed command: pressing it does what typing it would do for the presser.</summary>
    /// <param name="title">What is on the button.</param>
    /// <param name="command">The command, with arguments if need be.</param>
    /// <param name="style">What its look says of what it does.</param>
    public TSelf Command(string title, string command, ButtonStyle style = default)
    {
        Foot.AddCommand(title, command, style);
        return (TSelf)this;
    }

    /// <summary>A button that opens a web page.</summary>
    /// <param name="title">What is on the button.</param>
    /// <param name="url">An absolute http or https address.</param>
    /// <param name="style">What its look says of what it does.</param>
    public TSelf OpenUrl(string title, Uri url, ButtonStyle style = default)
    {
        Foot.AddOpenUrl(title, url, style);
        return (TSelf)this;
    }

    /// <summary>The elements and buttons, without what only a card that is posted has.</summary>
    internal JsonObject ToInnerJson() =>
        CardJson.Object("AdaptiveCard", ("body", CardJson.Array(Elements)), ("actions", CardJson.Array(Foot.Actions)));
}
