namespace BotHost.Webhooks;

/// <summary>The events the bot's routes need: one webhook each, since Webex's <c>all</c> leaves out card submits.</summary>
/// <param name="Events">Resource and event, in Webex's spelling.</param>
internal sealed record WantedWebhooks(IReadOnlyList<(string Resource, string Event)> Events);
