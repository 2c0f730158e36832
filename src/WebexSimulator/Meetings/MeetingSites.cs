using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>The sites meetings are held on: every organisation has two.</summary>
internal static class MeetingSites
{
    public static IReadOnlyList<string> Of(Person person)
    {
        var name = person.Email.Split('@')[^1].Replace('.', '-').ToLowerInvariant();
        return [$"{name}.webex.example", $"{name}-events.webex.example"];
    }

    /// <summary>The one that is meant where none is named. Used inside the world's lock.</summary>
    public static string PreferredOf(World world, Person person) => world.Meetings.Sites.GetValueOrDefault(person.Key) ?? Of(person)[0];
}
