using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Adds people one by one and tells of each what came of it: one wrong address must not hide the others.</summary>
internal static class Invitations
{
    public static async Task<MarkdownText> AddAsync(
        BotContext context, RoomId space, IEnumerable<PersonRef> people, bool moderator, CancellationToken cancellationToken)
    {
        var lines = new List<MarkdownText>();
        foreach (var person in people.DistinctBy(p => p.Id?.Value ?? p.Email!.ToLowerInvariant()))
            lines.Add(await AddAsync(context, space, person, moderator, cancellationToken));
        return MarkdownText.Join("\n", lines);
    }

    private static async Task<MarkdownText> AddAsync(
        BotContext context, RoomId space, PersonRef person, bool moderator, CancellationToken cancellationToken)
    {
        try
        {
            await context.Memberships.AddAsync(space, person, moderator, cancellationToken);
            return moderator ? Markdown.Format($"- {person}: added as a moderator") : Markdown.Format($"- {person}: added");
        }
        catch (WebexRefusedException e)
        {
            return e.Status == StatusCodes.Status409Conflict
                ? Markdown.Format($"- {person}: is in it already")
                : Markdown.Format($"- {person}: not added. Webex says: {e.Reason}");
        }
    }
}
