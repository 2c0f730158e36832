using System.Runtime.CompilerServices;

namespace BotHost.Bot;

// What happens around the bot without anybody speaking to it. An event has one handler. Its policy asks who caused it; whoever may not is
// not told, nor is anything said where the handler fails, since nobody asked. What the bot did itself is left out. What a handler
// returns goes into the room.
public sealed partial class BotRoutes
{
    /// <summary>
    /// Somebody added the bot to a space, or wrote to it for the first time (then <see cref="Room.IsDirect"/>). The handler may take
    /// <see cref="Person"/>, who did it, <see cref="Member"/>, the bot's membership, and <see cref="Room"/>.
    /// </summary>
    /// <inheritdoc cref="On" path="/param[@name='handler']|/param[@name='file']|/param[@name='line']"/>
    public RouteBuilder OnAdded(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName("memberships", "created", EventSubject.Bot), handler, file, line);

    /// <summary>Somebody removed the bot from a space. There is nowhere to reply: the handler returns nothing.</summary>
    /// <inheritdoc cref="On" path="/param[@name='handler']|/param[@name='file']|/param[@name='line']"/>
    public RouteBuilder OnRemoved(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName("memberships", "deleted", EventSubject.Bot), handler, file, line);

    /// <summary>
    /// Somebody else came into a space the bot is in. The handler may take <see cref="Member"/>, who came, and <see cref="Person"/>, who
    /// added them: themselves where they joined.
    /// </summary>
    /// <inheritdoc cref="On" path="/param[@name='handler']|/param[@name='file']|/param[@name='line']"/>
    public RouteBuilder OnMemberJoined(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName("memberships", "created", EventSubject.Others), handler, file, line);

    /// <summary>Somebody else left a space the bot is in, or was removed by <see cref="Person"/>. Webex tells it of group spaces only.</summary>
    /// <inheritdoc cref="On" path="/param[@name='handler']|/param[@name='file']|/param[@name='line']"/>
    public RouteBuilder OnMemberLeft(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName("memberships", "deleted", EventSubject.Others), handler, file, line);

    /// <summary>
    /// Somebody edited a message the bot can see: in a group space one that mentions it. The handler may take <see cref="Incoming"/>, as the
    /// message reads now. Webex documents this event poorly; that it comes cannot be counted on.
    /// </summary>
    /// <inheritdoc cref="On" path="/param[@name='handler']|/param[@name='file']|/param[@name='line']"/>
    public RouteBuilder OnMessageEdited(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName("messages", "updated"), handler, file, line);

    /// <summary>
    /// Somebody deleted a message the bot could see. The handler may take <see cref="Incoming"/>: its id, and no text, which is gone.
    /// </summary>
    /// <inheritdoc cref="On" path="/param[@name='handler']|/param[@name='file']|/param[@name='line']"/>
    public RouteBuilder OnMessageDeleted(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName("messages", "deleted"), handler, file, line);

    /// <summary>Somebody renamed a space, or gave it moderators or took them away. The handler may take <see cref="Space"/>, as it is now.</summary>
    /// <inheritdoc cref="On" path="/param[@name='handler']|/param[@name='file']|/param[@name='line']"/>
    public RouteBuilder OnRoomUpdated(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName("rooms", "updated"), handler, file, line);

    /// <summary>
    /// A meeting began. The handler may take <see cref="Meeting"/>, as it is now, and <see cref="Person"/>, who caused it. Webex tells it only where the
    /// host's own token may see meetings, which a bot's may not. It may show a meeting minutes after it told of it: so long the event waits.
    /// </summary>
    /// <inheritdoc cref="On" path="/param[@name='handler']|/param[@name='file']|/param[@name='line']"/>
    public RouteBuilder OnMeetingStarted(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName("meetings", "started"), handler, file, line);

    /// <summary>A meeting is over. As <see cref="OnMeetingStarted"/>.</summary>
    /// <inheritdoc cref="On" path="/param[@name='handler']|/param[@name='file']|/param[@name='line']"/>
    public RouteBuilder OnMeetingEnded(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName("meetings", "ended"), handler, file, line);

    /// <summary>
    /// Any event that Webex's webhooks know, but for what is written or pressed. The handler may take <see cref="WebexEvent"/>,
    /// <see cref="Person"/>, who caused it, and what is registered. Webex refuses a webhook for which the bot's token has no scope.
    /// </summary>
    /// <param name="resource">As Webex spells it: <c>memberships</c>, <c>meetings</c>, …</param>
    /// <param name="happening">As Webex spells it: <c>created</c>, <c>ended</c>, …</param>
    /// <param name="handler">What to do.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RouteBuilder On(
        string resource, string happening, Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new EventName(resource, happening), handler, file, line);

    private RouteBuilder Add(EventName happening, Delegate handler, string file, int line)
    {
        var route = new RouteBuilder(_root, RouteKind.Event, happening.ToString(), handler, file, line) { Happening = happening };
        _routes.Add(route);
        return route;
    }
}
