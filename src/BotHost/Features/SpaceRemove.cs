using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Somebody out of a space.</summary>
public static class SpaceRemove
{
    /// <summary>Maps <c>space remove</c>.</summary>
    public static void MapSpaceRemove(this BotRoutes bot) =>
        bot.Command("space remove", RemoveAsync).Describe("Removes somebody from this space, or from the one you name", de: "Nimmt jemanden aus diesem Bereich oder dem genannten");

    private static async Task<Reply> RemoveAsync(
        [Label("email", De = "E-Mail")] PersonRef person, [After("in")] [Label("title", De = "Titel")] string? title, BotContext context, CancellationToken cancellationToken)
    {
        var choice = await context.Spaces.PickAsync(title, SpaceRight.Moderate, cancellationToken);
        if (!choice.TryGet(out var space, out var refusal))
            return refusal;
        if (await context.Memberships.FindAsync(space.Id, person, cancellationToken) is not { } member)
            return Texts.Say("SpaceNotIn", person, space.Title);
        await context.Memberships.RemoveAsync(member.Id, cancellationToken);
        return Texts.Say("SpaceRemoved", member.DisplayName, space.Title);
    }
}
