using System.Text.Json;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>What a tool has to work with, during one call.</summary>
/// <param name="Agent">Who calls.</param>
/// <param name="Webex">Webex as this agent's identity, behind everything somebody waits for in a chat.</param>
/// <param name="Facts">What is known of the spaces and people the call is about.</param>
/// <param name="Gate">Which items of a list the agent may see.</param>
/// <param name="Limits">How much an answer may hold.</param>
/// <param name="Services">For what is the tool's own.</param>
internal sealed record ToolContext(
    AgentProfile Agent, WebexClient Webex, CallFacts Facts, AgentGate Gate, AgentServerOptions Limits, IServiceProvider Services)
{
    /// <summary>The call that was decided about, and that items of its lists are held against.</summary>
    public required AgentCall Call { get; init; }

    /// <summary>The arguments as they were sent.</summary>
    public IDictionary<string, JsonElement>? Arguments { get; init; }

    /// <summary>The call's number in the audit, once it is carried out.</summary>
    public long Number { get; init; }

    /// <summary>Where the client wants to hear that it still goes on; null where it does not.</summary>
    public IProgress<string>? Progress { get; init; }

    public bool IsBot => Agent.Identity == WebexIdentity.Bot;

    public ValueTask<bool> SeesAsync(AgentCall item, CancellationToken cancellationToken) => Gate.SeesAsync(Agent, item, Facts, cancellationToken);

    /// <summary>What an item of a list is about.</summary>
    public AgentCall About(Room space, AgentCall call)
    {
        Facts.Learn(space);
        return call with { Room = space.Id, Team = space.TeamId };
    }

    /// <inheritdoc cref="About(Room, AgentCall)"/>
    public AgentCall About(Person person, AgentCall call)
    {
        Facts.Learn(person);
        return call with { Person = person.Id, Email = person.Emails.FirstOrDefault() };
    }

    /// <summary>Whom a list of a space's messages must mention: Webex shows a bot no others in a space of several people.</summary>
    public async ValueTask<PersonId?> MentionedAsync(RoomId room, bool mentionsMe, CancellationToken cancellationToken) =>
        mentionsMe || (IsBot && await Facts.DirectAsync(room, cancellationToken).ConfigureAwait(false) is not { IsDirect: true }) ? new PersonId("me") : null;
}
