using BotHost.Access;

namespace BotHost.Agents;

/// <summary>Where a message goes: a space, or one person directly.</summary>
internal static class Destination
{
    public static AgentCall To(this AgentCall call, RoomId? room, PersonId? person, string? email) => call with
    {
        Room = room, Person = person, Email = email, IsDirect = room is null && (person is not null || email is not null),
    };

    /// <summary>A mention that was escaped on its way here looks like one, and calls nobody.</summary>
    public static string? Checked(string? markdown) => markdown?.Contains("&lt;@", StringComparison.Ordinal) == true
        ? throw new ToolException("The mention in markdown is escaped (&lt;@…), so it would notify nobody. Write it as <@personEmail:name@example.com> or <@all>.")
        : markdown;
}
