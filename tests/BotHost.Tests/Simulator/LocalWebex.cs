using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WebexSimulator;

namespace BotHost.Tests.Simulator;

/// <summary>A simulator of a test's own, on a free port, and everybody in it.</summary>
internal sealed class LocalWebex : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private LocalWebex(WebApplication app, HttpClient http, IReadOnlyDictionary<string, JsonElement> accounts)
    {
        (_app, _http) = (app, http);
        (Alice, Bob, Carol, Dave) = (Of("alice"), Of("bob"), Of("carol"), Of("dave"));
        (Bot, Echo, Nobody) = (Of("bothost"), Of("echo"), new(http, null, default));

        Account Of(string name) => new(http, accounts[name].GetProperty("token").GetString(), accounts[name]);
    }

    public Account Alice { get; }
    public Account Bob { get; }
    public Account Carol { get; }

    /// <summary>Of another organisation.</summary>
    public Account Dave { get; }
    public Account Bot { get; }
    public Account Echo { get; }

    /// <summary>Without a token.</summary>
    public Account Nobody { get; }

    public HttpClient Http => _http;

    public static async Task<LocalWebex> StartAsync(ManualClock? clock = null, params (string Key, string Value)[] settings)
    {
        var app = SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
            if (clock is not null) builder.Services.AddSingleton<TimeProvider>(clock);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        // Where somebody is sent is for the test to see.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.Single()) };
        var accounts = JsonElement.Parse(await http.GetStringAsync("/simulator/accounts", TestContext.Current.CancellationToken));
        return new(app, http, accounts.GetProperty("items").EnumerateArray().ToDictionary(account => account.GetProperty("name").GetString()!));
    }

    /// <summary>A group room of the first account's, with the others in it.</summary>
    public async Task<string> RoomAsync(Account creator, params Account[] members)
    {
        var room = (await creator.PostAsync("rooms", new { title = "Orchard" })).Ok().Text("id");
        foreach (var member in members) (await creator.PostAsync("memberships", new { roomId = room, personId = member.Id })).Ok();
        return room;
    }

    /// <summary>Until nothing is left to deliver.</summary>
    public async Task QuietAsync()
    {
        using var answer = await _http.GetAsync("/simulator/quiet?timeout=30", TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Ends it in order, as a program ends, so that it keeps what it is to keep.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
