using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>An agent in the place of a turn's sender. Webex does not know it: it has a name, and nothing else that people have.</summary>
internal static class AgentSender
{
    private const string Start = "agent:";

    public static Bot.Person Of(string agent) => new(new PersonId(Start + agent), "");

    /// <summary>Where it speaks with the bot alone. Nothing can be posted there.</summary>
    public static Bot.Room RoomOf(string agent) => new(new RoomId(Start + agent), IsDirect: true);

    public static bool Is(PersonId person) => person.Value.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>Null for a person.</summary>
    public static string? NameOf(PersonId person) => Is(person) ? person.Value[Start.Length..] : null;

    /// <summary>Ends what only people can do.</summary>
    /// <exception cref="NotAnsweredException">It is an agent.</exception>
    public static void Refuse(PersonId sender)
    {
        if (Is(sender))
            throw new NotAnsweredException(NotAnswered.NotAPerson);
    }
}
