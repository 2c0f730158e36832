using BotHost.Bot;

namespace BotHost.Features;

/// <summary>People into a space.</summary>
public static class SpaceAdd
{
    /// <summary>Maps <c>space add</c>.</summary>
    public static void MapSpaceAdd(this BotRoutes bot) =>
        bot.Command("space add", AddAsync).Describe("Adds people to this space, or to the one you name", de: "Fügt diesem Bereich oder dem genannten Leute hinzu");

    private static async Task<Reply> AddAsync(
        [After("in")] [Label("title", De = "Titel")] string? title, bool moderator, BotContext context, CancellationToken cancellationToken,
        [Label("email", De = "E-Mail")] params PersonRef[] people)
    {
        // A moderator makes a space a moderated one, so that takes the right to.
        var right = moderator ? SpaceRight.Moderate : SpaceRight.Invite;
        var choice = await context.Spaces.PickAsync(title, right, cancellationToken);
        if (!choice.TryGet(out var space, out var refusal))
            return refusal;

        var hasPromoted = false;
        var outcomes = await InviteAsync(people);
        // Who had the right because nobody moderated would lose it to those they named.
        if (hasPromoted && !space.IsModerated && !Array.Exists(people, IsSender))
            outcomes = MarkdownText.Join("\n", [outcomes, await InviteAsync(context.Sender)]);
        return Reply.Markdown($"**{space.Title}**\n\n{outcomes}");

        Task<MarkdownText> InviteAsync(params PersonRef[] these) => Invitations.AddAsync(these, moderator, JoinAsync, cancellationToken, PromoteAsync);

        async Task JoinAsync(PersonRef person, CancellationToken ct)
        {
            await context.Memberships.AddAsync(space.Id, person, moderator, ct);
            hasPromoted |= moderator;
        }

        async Task<bool> PromoteAsync(PersonRef person, CancellationToken ct)
        {
            if (await context.Memberships.FindAsync(space.Id, person, ct) is not { IsModerator: false } member)
                return false;
            await context.Memberships.PromoteAsync(member.Id, ct);
            return hasPromoted = true;
        }

        bool IsSender(PersonRef person) => person.Id == context.Sender.Id || string.Equals(person.Email, context.Sender.Email, StringComparison.OrdinalIgnoreCase);
    }
}
