using BotHost.Bot;

namespace BotHost.Features;

/// <summary>What Webex tells the bot about whoever asks; the ids are those that the settings under <c>Access</c> take.</summary>
public static class WhoAmI
{
    /// <summary>Maps <c>whoami</c>.</summary>
    public static void MapWhoAmI(this BotRoutes bot) =>
        bot.Command("whoami", AnswerAsync).Describe("Tells what Webex tells me about you");

    private static async Task<Reply> AnswerAsync(BotContext context, Person sender, Room room, CancellationToken cancellationToken)
    {
        var profile = await context.People.ReadAsync(sender.Id, cancellationToken);
        return Reply.Markdown($"""
            You are **{profile?.DisplayName ?? sender.Email}** ({sender.Email}).

            - your id: {sender.Id}
            - your organisation: {profile?.OrganizationId?.Value ?? "not shown to me"}
            - this {(room.IsDirect ? "direct room" : "space")}: {room.Id}
            """);
    }
}
