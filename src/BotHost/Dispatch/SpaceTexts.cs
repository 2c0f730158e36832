using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>What people are told who name a space that is not one, or may not do what they asked with it.</summary>
internal static class SpaceTexts
{
    private const int MostChoices = 10;

    /// <summary>Said of a space that does not exist and of one the asker is not in: the two must not be told apart.</summary>
    public static Reply NoSuchSpace => Reply.Text("There is no such space that we are both in. Try: space list");

    public static Reply NotModerator(Space space) => space.IsModerated
        ? Reply.Markdown($"**{space.Title}** has moderators, and only they may do that.")
        : Reply.Markdown($"Only who created **{space.Title}** may do that: it has no moderators.");

    /// <param name="exact">The spaces of that very title: none, or several.</param>
    public static Reply NotOne(string title, IReadOnlyList<Space> exact, IReadOnlyList<Space> mine)
    {
        if (exact.Count > 1)
            return Reply.Markdown($"Several spaces are called **{title}**. Say which one by its id:\n\n{Choices(exact, withId: true)}");
        var like = mine.Where(s => s.Title.Contains(title, StringComparison.OrdinalIgnoreCase)).ToList();
        return like.Count == 0 ? NoSuchSpace : Reply.Markdown($"No space that we are both in is called exactly that. Did you mean:\n\n{Choices(like, withId: false)}");
    }

    private static MarkdownText Choices(IReadOnlyList<Space> spaces, bool withId) => MarkdownText.Join("\n", spaces.Take(MostChoices).Select(space =>
        withId ? Markdown.Format($"- {space.Title}: {space.Id}") : Markdown.Format($"- {space.Title}")));
}
