using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BotHost.Tests.Simulator.Identity;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>
/// A Webex with something of every kind in it, each under a name that the operations' calls are written with. What begins with "bobs own" Carol
/// must not see; "locked" is a room Bob moderates with Carol in it.
/// </summary>
internal sealed class Stage(LocalWebex webex, Dictionary<string, Account> accounts) : IAsyncDisposable
{
    private readonly Dictionary<string, string> _names = [];

    public LocalWebex Webex => webex;

    public static async Task<Stage> StartAsync(params (string, string)[] settings)
    {
        // A clock that stands still, for the scanner never to be done.
        var webex = await LocalWebex.StartAsync(new ManualClock(), settings);
        var stage = await OpenAsync(webex);
        await StageScenes.PlayAsync(stage);
        return stage;
    }

    /// <summary>One in which nobody may call the same operation twice in a minute.</summary>
    public static async Task<Stage> StartLimitedAsync() => await OpenAsync(await LocalWebex.StartAsync(
        new ManualClock(), ("Simulator:RateLimits:Enabled", "true"), ("Simulator:RateLimits:PerMinute", "1"),
        ("Simulator:RateLimits:PerMinuteOfPeopleAndMessages", "1")));

    public string this[string name]
    {
        get => _names[name];
        set => _names.Add(name, value);
    }

    /// <summary>A template with what its names stand for.</summary>
    public string Fill(string template) =>
        _names.Aggregate(template, (filled, name) => filled.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));

    public Task<Answer> CallAsync(Operation operation) => CallAsync(operation, new(200, null, new { }, operation.By));

    public async Task<Answer> CallAsync(Operation operation, Wrong wrong)
    {
        var (path, body) = operation.With(wrong.Values, Fill);
        HttpContent? content = wrong.Body is { } raw ? new StringContent(raw, Encoding.UTF8, wrong.ContentType)
            : body is not null ? JsonContent.Create<JsonNode>(body)
            : null;
        return await accounts[wrong.By].SendAsync(new(wrong.Method ?? operation.Method), path, content);
    }

    public Task<Answer> FollowAsync(Operation operation, string address) => accounts[operation.By].GetAsync(address);

    public ValueTask DisposeAsync() => webex.DisposeAsync();

    private static async Task<Stage> OpenAsync(LocalWebex webex) => new(webex, new()
    {
        ["alice"] = webex.Alice,
        ["bob"] = webex.Bob,
        ["carol"] = webex.Carol,
        ["bot"] = webex.Bot,
        ["nobody"] = webex.Nobody,
        ["service"] = await webex.ServiceAsync(),
        ["issuer"] = new(webex.Http, await webex.GuestTokenAsync("guest-1", "Gina"), default),
        ["stranger"] = new(webex.Http, "sim_mallory", default),
        ["late"] = await webex.MintAsync(webex.Carol, expiresIn: 0),
        ["powerless"] = await webex.MintAsync(webex.Carol, []),
    });
}
