using BotHost.Bot;

namespace BotHost.Features;

/// <summary>A message in a space, said by the bot for somebody: it says for whom.</summary>
public static class SpacePost
{
    /// <summary>Maps <c>space post</c>.</summary>
    public static void MapSpacePost(this BotRoutes bot) =>
        bot.Command("space post", PostAsync).Describe("Posts Markdown to this space, or to the one you name", de: "Schreibt Markdown in diesen Bereich oder den genannten");

    private static async Task<Reply?> PostAsync(
        string markdown, [After("in")] [Label("title", De = "Titel")] string? title, BotContext context, Person sender, CancellationToken cancellationToken)
    {
        var choice = await context.Spaces.PickAsync(title, SpaceRight.Member, cancellationToken);
        if (!choice.TryGet(out var space, out var refusal))
            return refusal;
        await context.Messages.PostAsync(space.Id, Signed(markdown, sender), cancellationToken);
        return space.Id == context.Room.Id ? null : Texts.Say("SpacePosted", space.Title);
    }

    internal static Reply Signed(string markdown, Person sender) => $"{markdown}\n\n— {Markdown.Escape(sender.Email)}";
}
