using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Adds people one by one and tells of each what came of it: one wrong address must not hide the others.</summary>
internal static class Invitations
{
    /// <param name="people">Who.</param>
    /// <param name="moderator">As what.</param>
    /// <param name="add">Adds one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="promote">Makes one a moderator who is there already, and says whether there was something to do; null where that is not done.</param>
    public static async Task<MarkdownText> AddAsync(
        IEnumerable<PersonRef> people, bool moderator, Func<PersonRef, CancellationToken, Task> add, CancellationToken cancellationToken,
        Func<PersonRef, CancellationToken, Task<bool>>? promote = null)
    {
        var lines = new List<MarkdownText>();
        foreach (var person in people.DistinctBy(p => p.Id?.Value ?? p.Email!.ToLowerInvariant()))
        {
            var line = await TryAsync(person, moderator ? "InvitedModerator" : "Invited", JoinAsync, cancellationToken)
                ?? (moderator && promote is not null ? await TryAsync(person, "Promoted", promote, cancellationToken) : null)
                ?? Texts.Say("InvitedAlready", person);
            lines.Add(Markdown.Format($"- {line}"));
        }

        return MarkdownText.Join("\n", lines);

        async Task<bool> JoinAsync(PersonRef person, CancellationToken ct)
        {
            await add(person, ct);
            return true;
        }
    }

    /// <returns>What came of it; null where it is so already.</returns>
    private static async Task<MarkdownText?> TryAsync(PersonRef person, string done, Func<PersonRef, CancellationToken, Task<bool>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act(person, cancellationToken) ? Texts.Say(done, person) : null;
        }
        catch (WebexRefusedException e)
        {
            return e.Status == StatusCodes.Status409Conflict ? null : Texts.Say("InvitedNot", person, e.Reason);
        }
    }
}
