using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BotHost.Tests.Webex;

/// <summary>A request as it arrived, its target not decoded.</summary>
internal sealed record Recorded(string Line, IHeaderDictionary Headers, string Body);

/// <summary>A real HTTP server that gives the answers it was told, in order, the last one for ever, and remembers what it was asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly Lock changing = new();
    private readonly List<Recorded> requests = [];
    private readonly HashSet<string> links = new(StringComparer.Ordinal);
    private readonly List<(int Count, TaskCompletionSource Signal)> watchers = [];
    private readonly WebApplication app;
    private Answer[] answers;

    private ScriptedServer(Answer[] answers)
    {
        this.answers = answers;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public string Address => app.Urls.Single();

    public IReadOnlyList<Recorded> Requests
    {
        get
        {
            lock (changing)
                return [.. requests];
        }
    }

    /// <summary>What was asked of it and Webex's description does not know. A link it gave out may be followed as it is.</summary>
    public IReadOnlyList<string> Deviations
    {
        get
        {
            lock (changing)
                return [.. requests.SelectMany(request => OfficialRequests.Deviations(request, links)).Distinct()];
        }
    }

    public static async Task<ScriptedServer> StartAsync(params Answer[] answers)
    {
        var server = new ScriptedServer(answers);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public void Script(params Answer[] next)
    {
        lock (changing)
            answers = next;
    }

    /// <summary>Completes when so many requests have arrived.</summary>
    public Task UntilReceivedAsync(int count)
    {
        lock (changing)
        {
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add((count, signal));
            Tell();
            return signal.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever still waits for an answer is cut off, not waited for.
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new Recorded($"{context.Request.Method} {target}", new HeaderDictionary(context.Request.Headers.ToDictionary()), body);
        context.Response.OnStarting(() => Note(context.Response.Headers.Link));
        await Next(request).WriteAsync(context);
    }

    private Task Note(IEnumerable<string?> given)
    {
        lock (changing)
        {
            var ours = given.SelectMany(link => link!.Split('<', '>')).Where(link => link.StartsWith(Address, StringComparison.Ordinal));
            links.UnionWith(ours.Select(link => link[Address.Length..]));
        }

        return Task.CompletedTask;
    }

    private Answer Next(Recorded request)
    {
        lock (changing)
        {
            requests.Add(request);
            Tell();
            var answer = answers[0];
            answers = answers.Length > 1 ? answers[1..] : answers;
            return answer;
        }
    }

    private void Tell()
    {
        foreach (var reached in watchers.Where(watcher => watcher.Count <= requests.Count).ToList())
        {
            watchers.Remove(reached);
            reached.Signal.SetResult();
        }
    }
}
