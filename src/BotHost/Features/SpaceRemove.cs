using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Somebody out of a space.</summary>
public static class SpaceRemove
{
    /// <summary>Maps <c>space remove</c>.</summary>
    public static void MapSpaceRemove(this BotRoutes bot) =>
        bot.Command("space remove", RemoveAsync).Describe("Removes somebody from this space, or from the one you name");

    private static async Task<Reply> RemoveAsync(
        [Label("email")] PersonRef person, [After("in")] string? title, BotContext context, CancellationToken cancellationToken)
    {
        var choice = await context.Spaces.PickAsync(title, SpaceRight.Moderate, cancellationToken);
        if (!choice.TryGet(out var space, out var refusal))
            return refusal;
        if (await context.Memberships.FindAsync(space.Id, person, cancellationToken) is not { } member)
            return Reply.Markdown($"{person} is not in **{space.Title}**.");
        await context.Memberships.RemoveAsync(member.Id, cancellationToken);
        return Reply.Markdown($"Removed {member.DisplayName} from **{space.Title}**.");
    }
}
