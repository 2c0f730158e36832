using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WebexSimulator;

namespace BotHost.Benchmarks.Faults;

/// <summary>The simulator, a real server, and calls to it as people and as its operator.</summary>
internal sealed class LocalWebex : IAsyncDisposable
{
    public const string BotEmail = "bothost@webex.bot";

    private static readonly JsonSerializerOptions WithoutNulls = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly Dictionary<string, WebexPerson> _people;

    private LocalWebex(WebApplication app, HttpClient http, IEnumerable<WebexPerson> people)
    {
        (_app, _http) = (app, http);
        _people = people.ToDictionary(person => person.Email);
    }

    public string Address => _app.Urls.First();

    public WebexPerson Bot => _people[BotEmail];

    /// <summary>Starts one with so many people more, <c>p0@example.com</c> and so on.</summary>
    public static async Task<LocalWebex> StartAsync(int people, IEnumerable<string> args, CancellationToken cancellationToken)
    {
        var app = SimulatorApp.Build(
            [
                "--Simulator:Listen=http://127.0.0.1:0", "--Simulator:LedgerCapacity=5000000",
                .. Enumerable.Range(0, people).Select(i => $"--Simulator:Accounts:{i}:Email=p{i}@example.com"), .. args,
            ], builder => builder.Logging.SetMinimumLevel(LogLevel.None));
        await app.StartAsync(cancellationToken);
        var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(10) };
        var all = (await http.GetFromJsonAsync<JsonElement>("/simulator/accounts", cancellationToken)).GetProperty("items").Deserialize<WebexPerson[]>(WithoutNulls)!;
        return new LocalWebex(app, http, all);
    }

    public WebexPerson Person(int number) => _people[$"p{number}@example.com"];

    /// <summary>A call of the REST API.</summary>
    public async Task<JsonElement> CallAsync(WebexPerson caller, HttpMethod method, string path, object? body, CancellationToken cancellationToken) =>
        (await CallAsync(caller, method, new Uri($"/v1/{path}", UriKind.Relative), body, cancellationToken)).Body;

    /// <summary>All items of a list, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(WebexPerson caller, string path, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        for (Uri? next = new($"/v1/{path}", UriKind.Relative); next is not null;)
        {
            (var body, next) = await CallAsync(caller, HttpMethod.Get, next, null, cancellationToken);
            items.AddRange(body.GetProperty("items").EnumerateArray());
        }

        return items;
    }

    /// <summary>Adds a fault, as the simulator's README describes it.</summary>
    public async Task BreakAsync(object fault, CancellationToken cancellationToken) =>
        (await _http.PostAsJsonAsync("/simulator/faults", fault, WithoutNulls, cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>How often each fault hit, by its name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> HitsAsync(CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<JsonElement>("/simulator/faults", cancellationToken)).GetProperty("items").EnumerateArray()
            .ToDictionary(fault => fault.GetProperty("rule").GetProperty("id").GetString()!, fault => fault.GetProperty("injected").GetInt32());

    public async Task MendAsync(CancellationToken cancellationToken) =>
        (await _http.DeleteAsync("/simulator/faults", cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>Lines of the ledger.</summary>
    public async Task<IReadOnlyList<LedgerLine>> LedgerAsync(string query, CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<JsonElement>("/simulator/ledger?" + query, cancellationToken)).GetProperty("items").Deserialize<LedgerLine[]>(WithoutNulls)!;

    /// <summary>Waits until no webhook is left to deliver.</summary>
    /// <returns>Whether that came to be.</returns>
    public async Task<bool> DeliveredAsync(TimeSpan patience, CancellationToken cancellationToken) =>
        (await _http.GetAsync($"/simulator/quiet?timeout={patience.TotalSeconds}", cancellationToken)).IsSuccessStatusCode;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<(JsonElement Body, Uri? Next)> CallAsync(WebexPerson caller, HttpMethod method, Uri address, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: WithoutNulls);
        using var response = await _http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{method} {address} was answered {(int)response.StatusCode}: {text}", null, response.StatusCode);
        var next = response.Headers.TryGetValues("Link", out var links) && links.FirstOrDefault(link => link.Contains("rel=\"next\"")) is { } link
            ? new Uri(link[(link.IndexOf('<') + 1)..link.IndexOf('>')]) : null;
        return (JsonElement.Parse(text), next);
    }
}

internal sealed record WebexPerson(string Email, string PersonId, string OrgId, string Token);

internal sealed record LedgerLine(long Sequence, DateTimeOffset Time, string Kind, LedgerCallLine? Call, LedgerDeliveryLine? Delivery);

internal sealed record LedgerCallLine(string Method, string Route, string Path, int? Status, string? Fault);

internal sealed record LedgerDeliveryLine(string DataId, int Attempt, int? Status);
