using BotHost.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Testing;

// The bot's servers: stopped, started again, and others beside the first.
public sealed partial class TestBot
{
    /// <summary>Stops the bot and starts it again, with the same store, at another port: what a deployment does.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync(cancellationToken);
        await StartAgainAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Stops the bot alone: people go on talking, and nobody listens until <see cref="StartAgainAsync"/>.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await Host.StopAsync(cancellationToken);
        await Host.DisposeAsync();
    }

    /// <summary>Starts the bot again, with the same store, at another port.</summary>
    /// <param name="untilReady">Whether to wait until Webex delivers; not where Webex has switched the webhooks off.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task StartAgainAsync(bool untilReady = true, CancellationToken cancellationToken = default) =>
        Host = await StartHostAsync(_settings, _bot, _configure, cancellationToken, untilReady);

    /// <summary>Starts another host of the same bot, with a store of its own, at the same local Webex.</summary>
    /// <param name="settings">What is different from the first.</param>
    public async Task<WebApplication> StartAnotherAsync(IEnumerable<(string Key, string? Value)> settings, CancellationToken cancellationToken = default)
    {
        var all = new Dictionary<string, string?>(_settings)
        {
            ["Storage:Provider"] = "Sqlite",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(_memory.FullName, Guid.NewGuid() + ".db")};Pooling=False",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        var another = await StartHostAsync(all, null, null, cancellationToken);
        _others.Add(another);
        return another;
    }

    /// <summary>
    /// Starts another host of the same bot on the same store, which must be one that hosts may share. The local Webex delivers to whichever
    /// was started last.
    /// </summary>
    /// <param name="settings">What is different from the first.</param>
    public async Task<WebApplication> StartBesideAsync(IEnumerable<(string Key, string? Value)>? settings = null, CancellationToken cancellationToken = default)
    {
        var all = new Dictionary<string, string?>(_settings);
        foreach (var (key, value) in settings ?? [])
            all[key] = value;
        var beside = await StartHostAsync(all, _bot, _configure, cancellationToken);
        _beside.Add(beside);
        return beside;
    }

    private async Task<WebApplication> StartHostAsync(
        Dictionary<string, string?> settings, Action<BotRoutes>? bot, Action<WebApplicationBuilder>? configure, CancellationToken cancellationToken,
        bool untilReady = true)
    {
        TestFlow.Leave();
        var host = BotHostApp.Build([], bot, builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddSingleton<TimeProvider>(Clock.Time);
            builder.Logging.AddProvider(_log).SetMinimumLevel(LogLevel.Debug);
            configure?.Invoke(builder);
        });
        try
        {
            await BotHostApp.StartAsync(host, cancellationToken);
            if (untilReady)
                await BotHostApp.WhenReadyAsync(host, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }
}
