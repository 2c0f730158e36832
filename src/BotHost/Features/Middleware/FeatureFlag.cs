using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Middleware: what is not for everybody yet.</summary>
public static class FeatureFlag
{
    /// <summary>
    /// Lets through where the setting <c>FeatureFlags:&lt;name&gt;</c> is <c>on</c>, or lists the person's id or their organisation's, with
    /// <c>;</c> between them. Everybody else is told that there is no such thing yet.
    /// </summary>
    /// <param name="name">The flag's name, without a colon.</param>
    public static TurnMiddleware Needs(string name) => async (context, next) =>
    {
        var setting = context.Services.GetRequiredService<IConfiguration>()[$"FeatureFlags:{name}"] ?? "";
        return await IsOnAsync(context, setting) ? await next() : Reply.Text(Texts.Plain("NotYet"));
    };

    private static async ValueTask<bool> IsOnAsync(BotContext context, string setting)
    {
        if (setting.Equals("on", StringComparison.OrdinalIgnoreCase))
            return true;
        var ids = setting.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length == 0 || ids.Contains(context.Sender.Id.Value, StringComparer.Ordinal))
            return ids.Length > 0;
        var person = await context.People.ReadAsync(context.Sender.Id, context.Aborted);
        return person?.OrganizationId is { } organisation && ids.Contains(organisation.Value, StringComparer.Ordinal);
    }
}
