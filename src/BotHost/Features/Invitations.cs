using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Adds people one by one and tells of each what came of it: one wrong address must not hide the others.</summary>
internal static class Invitations
{
    /// <param name="people">Who.</param>
    /// <param name="moderator">As what.</param>
    /// <param name="add">Adds one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<MarkdownText> AddAsync(
        IEnumerable<PersonRef> people, bool moderator, Func<PersonRef, CancellationToken, Task> add, CancellationToken cancellationToken)
    {
        var lines = new List<MarkdownText>();
        foreach (var person in people.DistinctBy(p => p.Id?.Value ?? p.Email!.ToLowerInvariant()))
            lines.Add(await AddAsync(person, moderator, add, cancellationToken));
        return MarkdownText.Join("\n", lines);
    }

    private static async Task<MarkdownText> AddAsync(
        PersonRef person, bool moderator, Func<PersonRef, CancellationToken, Task> add, CancellationToken cancellationToken)
    {
        try
        {
            await add(person, cancellationToken);
            return Markdown.Format($"- {Texts.Say(moderator ? "InvitedModerator" : "Invited", person)}");
        }
        catch (WebexRefusedException e)
        {
            return e.Status == StatusCodes.Status409Conflict
                ? Markdown.Format($"- {Texts.Say("InvitedAlready", person)}")
                : Markdown.Format($"- {Texts.Say("InvitedNot", person, e.Reason)}");
        }
    }
}
