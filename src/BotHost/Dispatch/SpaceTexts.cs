using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>What people are told who name a space that is not one, or may not do what they asked with it.</summary>
internal static class SpaceTexts
{
    private const int MostChoices = 10;

    /// <summary>Said of a space that does not exist and of one the asker is not in: the two must not be told apart.</summary>
    public static Reply NoSuchSpace => Reply.Text(Texts.Plain("NoSuchSpace"));

    public static Reply NotModerator(Space space) => space.IsModerated
        ? Texts.Say("ModeratorsOnly", space.Title)
        : Texts.Say("CreatorOnly", space.Title);

    /// <param name="exact">The spaces of that very title: none, or several.</param>
    public static Reply NotOne(string title, IReadOnlyList<Space> exact, IReadOnlyList<Space> mine)
    {
        if (exact.Count > 1)
            return Reply.Markdown($"{Texts.Say("SeveralSpaces", title)}\n\n{Choices(exact, withId: true)}");
        var like = mine.Where(s => s.Title.Contains(title, StringComparison.OrdinalIgnoreCase)).ToList();
        return like.Count == 0 ? NoSuchSpace : Reply.Markdown($"{Texts.Say("NoExactSpace")}\n\n{Choices(like, withId: false)}");
    }

    private static MarkdownText Choices(IReadOnlyList<Space> spaces, bool withId) => MarkdownText.Join("\n", spaces.Take(MostChoices).Select(space =>
        withId ? Markdown.Format($"- {space.Title}: {space.Id}") : Markdown.Format($"- {space.Title}")));
}
