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
        var outcomes = await Invitations.AddAsync(people, moderator, (person, ct) => context.Memberships.AddAsync(space.Id, person, moderator, ct), cancellationToken);
        return Reply.Markdown($"**{space.Title}**\n\n{outcomes}");
    }
}
