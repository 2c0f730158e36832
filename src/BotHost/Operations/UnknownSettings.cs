using BotHost.Access;
using BotHost.Agents;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Outbox;
using BotHost.Storage;
using BotHost.Webex;
using BotHost.Webhooks;

namespace BotHost.Operations;

/// <summary>Tells at start of settings that are none: one with a typing error would do nothing, and nobody would know.</summary>
internal sealed partial class UnknownSettings(IConfiguration settings, ILogger<UnknownSettings> logger) : IHostedService
{
    /// <summary>A name that is fewer typing errors away than this is what was meant.</summary>
    private const int TooFar = 4;

    /// <summary>The sections that are ours alone, and what is in each.</summary>
    internal static readonly (string Section, Type Options)[] Sections =
    [
        ("BotHost", typeof(BotHostOptions)), ("Webex", typeof(WebexOptions)), ("Webex", typeof(WebhookOptions)), ("Webex:Integration", typeof(IntegrationOptions)), ("Webex:ServiceApps", typeof(ServiceAppsOptions)),
        ("Access", typeof(AccessOptions)), ("Agents", typeof(AgentOptions)), ("Agents", typeof(AgentServerOptions)), ("Agents", typeof(AgentAuditOptions)), ("Agents", typeof(PeopleOptions)),
        ("Agents:OAuth", typeof(AgentOAuthOptions)), ("Storage", typeof(StorageOptions)), ("Outbox", typeof(OutboxOptions)), ("Admin", typeof(AdminOptions)), ("Log", typeof(LogOptions)),
    ];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // What service apps are called is their owner's to say.
        foreach (var section in Sections.Where(one => one.Options != typeof(ServiceAppsOptions)).GroupBy(one => one.Section, one => one.Options))
        {
            var known = section.SelectMany(options => options.GetProperties()).Where(property => property.CanWrite).Select(property => property.Name)
                .Concat(Sections.Where(one => one.Section.StartsWith(section.Key + ":", StringComparison.Ordinal)).Select(one => one.Section.Split(':')[1]))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var key in settings.GetSection(section.Key).GetChildren().Select(child => child.Key).Where(key => !known.Contains(key)))
            {
                if (known.MinBy(name => Distance(name, key)) is { } near && Distance(near, key) < TooFar)
                    Log.Misspelt(logger, $"{section.Key}:{key}", $"{section.Key}:{near}");
                else
                    Log.Unknown(logger, $"{section.Key}:{key}");
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static int Distance(string name, string key) => EditDistance.Between(name.ToLowerInvariant(), key.ToLowerInvariant());

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "There is no setting {Setting}, so it does nothing. Is {Near} meant?")]
        public static partial void Misspelt(ILogger logger, string setting, string near);

        [LoggerMessage(LogLevel.Warning, "There is no setting {Setting}, so it does nothing. Remove it; the README has a table of all there are")]
        public static partial void Unknown(ILogger logger, string setting);
    }
}
