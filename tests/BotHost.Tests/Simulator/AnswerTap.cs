using System.Collections.Concurrent;
using System.Text.Json;
using BotHost.Testing;
using BotHost.Tests.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(AnswerTap))]

namespace BotHost.Tests.Simulator;

/// <summary>
/// Looks at what the local Webex of every conversation answers, be it to the bot or to people, and lets the run fail at its end where
/// an answer is not as it should be. The simulator knows nothing of it: it is a step before its own.
/// </summary>
public sealed class AnswerTap : IStartupFilter, IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _deviations = [];
    private int _answers;

    /// <summary>Registers itself with every local Webex that is started from now on.</summary>
    public AnswerTap() => TestBot.EveryWebex = webex => webex.Services.AddSingleton<IStartupFilter>(this);

    /// <summary>How many answers it has looked at.</summary>
    public int Answers => _answers;

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(LookAsync);
        next(app);
    };

    /// <summary>The end of the run.</summary>
    public void Dispose()
    {
        TestBot.EveryWebex = null;
        _deviations.Keys.ShouldBeEmpty("An answer of the local Webex in a conversation is not as it should be.");
    }

    private async Task LookAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/v1", out var path) || path.StartsWithSegments("/contents"))
        {
            await next(http);
            return;
        }
        var body = http.Response.Body;
        using var copy = new CopyingStream(body);
        http.Response.Body = copy;
        await next(http);
        http.Response.Body = body;
        if (http.Response is { StatusCode: >= 200 and < 300, ContentType: "application/json;charset=UTF-8" } && !http.RequestAborted.IsCancellationRequested)
            Look(http.Request.Method, path.Value!, copy.Written);
    }

    private void Look(string method, string path, ReadOnlyMemory<byte> answer)
    {
        Interlocked.Increment(ref _answers);
        using var body = JsonDocument.Parse(answer);
        foreach (var deviation in AnswerCheck.Deviations(method, path, body.RootElement)) _deviations[deviation] = true;
    }
}
