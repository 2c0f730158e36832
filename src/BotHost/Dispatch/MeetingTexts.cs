using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>What people are told who name a meeting that is not one, or ask for one where nobody may.</summary>
internal static class MeetingTexts
{
    private const int MostChoices = 10;

    public static string NoIdentity => Texts.Plain("MeetingNoIdentity");

    public static string NoScope(IReadOnlyList<string> scopes) => Texts.Plain("MeetingNoScope", scopes[0]);

    public static Reply NotOne(string which, IReadOnlyList<Meeting> found) => found.Count == 0
        ? Texts.Say("MeetingNone", which)
        : Texts.Say("MeetingSeveral", which, MarkdownText.Join("\n", found.Take(MostChoices).Select(meeting => Markdown.Format($"- {meeting.Title}: {meeting.Number}"))));
}
