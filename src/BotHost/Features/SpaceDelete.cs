using BotHost.Bot;

namespace BotHost.Features;

/// <summary>A space and all that is in it, gone for everybody: asked back first.</summary>
public static class SpaceDelete
{
    private const string Submit = "space.delete";

    /// <summary>Maps <c>space delete</c> and the button that confirms it.</summary>
    public static void MapSpaceDelete(this BotRoutes bot)
    {
        bot.Command("space delete", AskAsync).Describe("Deletes this space, or the one you name, after asking back", de: "Löscht diesen Bereich oder den genannten, nach einer Rückfrage");
        bot.Submit(Submit, DeleteAsync);
    }

    private static async Task<Reply> AskAsync([After("in")] [Label("title", De = "Titel")] string? title, BotContext context, CancellationToken cancellationToken)
    {
        var choice = await context.Spaces.PickAsync(title, SpaceRight.Moderate, cancellationToken);
        return choice.TryGet(out var space, out var refusal)
            ? Card.Confirm(Texts.Say("SpaceDeleteAsk", space.Title).ToString(), Submit, new { space = space.Id.Value })
            : refusal;
    }

    private static async Task<Reply?> DeleteAsync(string space, BotContext context, CancellationToken cancellationToken)
    {
        // Judged again: rights may have changed since the card was posted, and its data is only what the presser sent.
        var choice = await context.Spaces.PickAsync(new RoomId(space), SpaceRight.Moderate, cancellationToken);
        if (!choice.TryGet(out var chosen, out var refusal))
            return refusal;
        await context.Spaces.DeleteAsync(chosen.Id, cancellationToken);
        return chosen.Id == context.Room.Id ? null : (Reply)Texts.Say("SpaceDeleted", chosen.Title);
    }
}
