using System.Text.Json;
using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Outbox;

namespace BotHost.Dispatch;

/// <summary>
/// Something that happened, for the routes that asked for it. Nobody spoke: so nothing is said but what the handler says, no refusal and
/// no apology.
/// </summary>
internal sealed partial class EventTurns(
    EventReader reader, PeopleDirectory people, RouteTable routes, TurnRunner runner, TimeProvider time, ILogger<EventTurns> logger)
{
    /// <summary>Webex says that nearly all of what it tells of meetings can be read by then.</summary>
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(10);

    public bool Wants(EventEnvelope envelope) => routes.Wants(envelope.Resource, envelope.Event);

    public async Task<Verdict> RunAsync(QueuedEvent queued, EventEnvelope envelope, Webex.Person self, CancellationToken cancellationToken)
    {
        var isAboutBot = envelope.Resource == "memberships" && envelope.PersonId == self.Id;
        var hint = new WebexEvent(envelope.Resource, envelope.Event, Data(queued.Body)) { IsAboutBot = isAboutBot };
        if (routes.For(hint) is not { Happening: { } happening } route)
            return Verdict.Handled("No route is for this of them.");
        if ((envelope.ActorId ?? envelope.PersonId) is not { } actor)
            return Verdict.Quarantined("The webhook does not say who caused it.");
        if (actor == self.Id && !route.HearsBot)
            return Verdict.Handled("The bot's own doing.");
        if (await reader.ReadAsync(hint, envelope, self, cancellationToken).ConfigureAwait(false) is not { } happened)
            return Verdict.Handled("Webex shows the bot no such thing: it is gone, or the bot is.");
        if (happened.IsLate)
            return Later(queued);

        var profile = await people.ReadAsync(actor, cancellationToken).ConfigureAwait(false);
        if (profile is { IsBot: true } && envelope.Resource == "messages" && actor != self.Id)
            return Verdict.Handled("Another bot's message.");
        // Where there is no room there is still a lane, whose turns are counted as a room's are.
        var where = happened.Where ?? new Bot.Room(new RoomId(queued.Lane.Name), IsDirect: true);
        return await runner.RunAsync(new Turn(
            queued,
            new Bot.Person(actor, profile?.Emails.FirstOrDefault() ?? ""),
            where,
            happened.What ?? new Incoming(new MessageId(""), null, "", []),
            Submission: null,
            new Place(where.Id, where.IsDirect, happened.Thread, actor))
        {
            Happened = happened.Event,
            HasRoom = happened.Where is not null,
            CanReply = happening.CanReply && !(isAboutBot && envelope.Event == "deleted"),
        }, cancellationToken).ConfigureAwait(false);
    }

    private Verdict Later(QueuedEvent queued)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (now - queued.TriedSince < (long)LongestLag.TotalMilliseconds)
            return Verdict.Again("Webex does not show the meeting yet.", now + (long)Backoff.Of(queued.Attempt).TotalMilliseconds);
        Log.NeverShown(logger, LongestLag);
        return Verdict.Handled($"Webex has not shown the meeting for {LongestLag.Minutes} minutes: it is gone, or the bot may not see it.");
    }

    private static JsonElement Data(ReadOnlyMemory<byte> body)
    {
        using var envelope = JsonDocument.Parse(body);
        return envelope.RootElement.GetProperty("data").Clone();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Webex told of a meeting and has not shown it for {Time}; its event is left out. Look whether the meeting was cancelled")]
        public static partial void NeverShown(ILogger logger, TimeSpan time);
    }
}
