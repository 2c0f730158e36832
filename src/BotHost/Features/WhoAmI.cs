using BotHost.Bot;

namespace BotHost.Features;

/// <summary>What Webex tells the bot about whoever asks; the ids are those that the settings under <c>Access</c> take.</summary>
public static class WhoAmI
{
    /// <summary>Maps <c>whoami</c>.</summary>
    public static void MapWhoAmI(this BotRoutes bot) =>
        bot.Command("whoami", AnswerAsync).Describe("Tells what Webex tells me about you", de: "Sagt, was Webex mir über dich sagt");

    private static async Task<Reply> AnswerAsync(BotContext context, Person sender, Room room, CancellationToken cancellationToken)
    {
        var profile = await context.People.ReadAsync(sender.Id, cancellationToken);
        return Reply.Markdown($"""
            {Texts.Say("WhoAmI", profile?.DisplayName ?? sender.Email, sender.Email)}

            - {Texts.Say("WhoAmIId", sender.Id)}
            - {Texts.Say("WhoAmIOrganisation", profile?.OrganizationId?.Value ?? Texts.Plain("WhoAmINotShown"))}
            - {Texts.Say(room.IsDirect ? "WhoAmIDirect" : "WhoAmISpace", room.Id)}
            """);
    }
}
