using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Middleware: closed for a while, with a word of explanation.</summary>
public static class Maintenance
{
    /// <summary>
    /// While the setting <c>Maintenance</c> says something, that is the answer to everything but these routes. Settings of a file are
    /// read again when it changes, so nobody need restart the bot.
    /// </summary>
    /// <param name="open">Names of the commands that work all the same, such as <c>help</c>.</param>
    public static TurnMiddleware UnlessOpen(params string[] open) => (context, next) =>
        context.Services.GetRequiredService<IConfiguration>()["Maintenance"] is { Length: > 0 } notice && !open.Contains(context.Route, StringComparer.OrdinalIgnoreCase)
            ? new(Reply.Text(notice))
            : next();
}
