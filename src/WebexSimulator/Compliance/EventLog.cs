using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using WebexSimulator.Cards;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Compliance;

/// <summary>Takes note of everything that happens, with its content. Used inside the world's lock.</summary>
internal sealed class EventLog
{
    public static readonly FrozenSet<string> Resources = FrozenSet.Create(
        "attachmentActions", "businessTexts", "call_records", "convergedRecordings", "file_transcodings", "files", "meetingMessages", "meetings",
        "meetingTranscripts", "memberships", "messages", "rooms", "tabs");

    public static readonly FrozenSet<string> Types = FrozenSet.Create("created", "updated", "deleted", "ended");

    private readonly World _world;
    private readonly int _capacity;
    private readonly LinkedList<ComplianceEvent> _events = [];
    private long _number;

    public EventLog(World world, SimulatorOptions options)
    {
        (_world, _capacity) = (world, options.EventsKept);
        world.Happened += Take;
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<ComplianceEvent> All => _events;

    public void Restore(IEnumerable<ComplianceEvent> events)
    {
        foreach (var kept in events)
        {
            _events.AddLast(kept);
            _number = kept.Number;
        }
    }

    public void Clear()
    {
        _events.Clear();
        _number = 0;
    }

    private void Take(WorldEvent happened)
    {
        if (!Resources.Contains(happened.Resource) || !Types.Contains(happened.Event)) return;
        var message = MessageOf(happened);
        Add(happened, happened.Resource, message?.AppId, With(happened.Data, message, InputsOf(happened)));
        // A file is an event of its own.
        if (message?.File is not null && happened.Event is "created") Add(happened, "files", message.AppId, With(happened.Data, null, null));
    }

    private void Add(WorldEvent happened, string resource, string? appId, JsonElement data)
    {
        string[] organisations = [.. happened.Audience.Append(happened.Actor).Select(person => person.OrganisationKey).Where(key => key != WebexId.ConsumerOrganisation).Distinct()];
        _events.AddLast(new ComplianceEvent(++_number, Guid.NewGuid(), resource, happened.Event, appId, happened.Actor.Key, organisations, _world.Now(), data));
        if (_events.Count > _capacity) _events.RemoveFirst();
    }

    // A deleted one is gone already, and its text with it.
    private Message? MessageOf(WorldEvent happened) =>
        happened.Resource is "messages" && WebexId.Read("MESSAGE", happened.DataId) is { } key ? _world.Messages.GetValueOrDefault(key) : null;

    private JsonElement? InputsOf(WorldEvent happened) =>
        happened.Data is AttachmentActionData data && WebexId.Read("ATTACHMENT_ACTION", data.Id) is { } key && _world.Actions.TryGetValue(key, out var action)
            ? action.Inputs
            : null;

    private static JsonElement With(object thin, Message? message, JsonElement? inputs)
    {
        var data = JsonSerializer.SerializeToElement(thin, Wire.Json.GetTypeInfo(thin.GetType())!);
        if (message?.Content.Text is null && inputs is null) return data;
        var full = JsonObject.Create(data)!;
        if (message?.Content.Text is { } text) full["text"] = text;
        if (inputs is { } given) full["inputs"] = JsonObject.Create(given);
        return JsonSerializer.SerializeToElement(full, Wire.Json.JsonObject);
    }
}
