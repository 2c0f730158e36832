namespace BotHost.Bot;

/// <summary>Whom an event about memberships is about.</summary>
internal enum EventSubject
{
    /// <summary>Anybody.</summary>
    Any,

    /// <summary>The bot itself.</summary>
    Bot,

    /// <summary>Anybody but the bot.</summary>
    Others,
}

/// <summary>Which events a route is for.</summary>
internal sealed record EventName(string Resource, string Event, EventSubject Subject = EventSubject.Any)
{
    /// <summary>Webex webhooks guide, "Resource, event, filter".</summary>
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["memberships"] = ["created", "updated", "deleted"],
        ["messages"] = ["updated", "deleted"],
        ["rooms"] = ["created", "updated", "migrated"],
        ["meetings"] = ["created", "updated", "deleted", "started", "ended"],
        ["meetingParticipants"] = ["joined", "left"],
        ["recordings"] = ["created", "updated", "deleted"],
        ["meetingTranscripts"] = ["created"],
        ["serviceApp"] = ["authorized", "deauthorized"],
    };

    /// <summary>It happens in a room the bot knows of.</summary>
    public bool HasRoom => Resource is "memberships" or "messages" or "rooms";

    /// <summary>Somebody could read an answer: where the bot was removed, nobody can.</summary>
    public bool CanReply => HasRoom && this is not { Resource: "memberships", Event: "deleted", Subject: EventSubject.Bot };

    /// <summary>Whether a route for the one also gets events of the other.</summary>
    public bool Overlaps(EventName other) => Resource == other.Resource && Event == other.Event
        && (Subject == other.Subject || Subject == EventSubject.Any || other.Subject == EventSubject.Any);

    /// <summary>Whether the route is for this event.</summary>
    public bool Fits(WebexEvent happened) => Resource == happened.Resource && Event == happened.Name
        && (Subject == EventSubject.Any || (Subject == EventSubject.Bot) == happened.IsAboutBot);

    /// <summary>Whether Webex has such events, and they are not reached by another kind of route.</summary>
    public bool IsValid(Action<string> problem)
    {
        if (this is { Resource: "messages" or "attachmentActions", Event: "created" })
        {
            problem($"{this} is what people write or press. Use Command, Fallback or Submit.");
            return false;
        }

        if (Known.TryGetValue(Resource, out var events) && events.Contains(Event, StringComparer.Ordinal))
        {
            return true;
        }

        problem(
            events is null
                ? $"Webex tells bots of no \"{Resource}\". Name one of {string.Join(", ", Known.Keys)}, spelt like that."
                : $"Webex does not tell of {this}. Of {Resource} it tells {string.Join(", ", events)}: name one of these.");
        return false;
    }

    /// <summary>As in Webex's webhooks, and who it is about where that matters.</summary>
    public override string ToString() => Subject switch
    {
        EventSubject.Bot => $"{Resource}/{Event} (the bot)",
        EventSubject.Others => $"{Resource}/{Event} (others)",
        _ => $"{Resource}/{Event}",
    };
}
