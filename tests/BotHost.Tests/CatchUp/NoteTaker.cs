using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Inbox;
using BotHost.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Room = BotHost.Bot.Room;

namespace BotHost.Tests.CatchUp;

/// <summary>A bot that writes down what it is told to note, in which room and in which order; and the local Webex's controls.</summary>
internal sealed class NoteTaker : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<(string Room, int Number)> _notes = [];
    private readonly SemaphoreSlim _noted = new(0);

    private NoteTaker()
    {
    }

    public TestBot Bot { get; private set; } = null!;

    public TestPerson Alice => Bot.Person("alice@example.com");

    private DoorWatermark Watermark => Bot.Host.Services.GetRequiredService<DoorWatermark>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<NoteTaker> StartAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var taker = new NoteTaker();
        taker.Bot = await TestBot.StartAsync(
            routes => routes.Command("note", (int number, Room room) => taker.Note(room, number)), configure: configure, cancellationToken: Cancelled);
        return taker;
    }

    /// <summary>What was noted in each room, in order.</summary>
    public ILookup<string, int> Notes
    {
        get
        {
            lock (_gate)
                return _notes.ToLookup(note => note.Room, note => note.Number);
        }
    }

    /// <summary>Waits until so many more notes were taken than by the last such wait.</summary>
    public async Task NotedAsync(int count)
    {
        for (; count > 0; count--)
            (await _noted.WaitAsync(TimeSpan.FromSeconds(30), Cancelled)).ShouldBeTrue("a note is missing");
    }

    /// <summary>Waits until the host has written down that Webex delivers: from then on a gap is one.</summary>
    public Task BeatenAsync() => UntilAsync(() => Watermark.Read() is not null);

    /// <summary>How often the host has caught up.</summary>
    public int TimesCaughtUp => Bot.Log.Count(line => line.Message.StartsWith("Caught up", StringComparison.Ordinal));

    /// <summary>Whether something that was missed is still to be looked for, also by whoever starts next.</summary>
    public bool IsOwed => Watermark.Owed().Count > 0;

    /// <summary>Waits until the host has caught up more often than that, and nothing is owed.</summary>
    public Task CaughtUpAsync(int times) => UntilAsync(() => TimesCaughtUp > times && !IsOwed);

    /// <summary>Waits until something is so, for half a minute at most: other tests run beside this one.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, tooLong.Token);
    }

    public Task TellAsync(TestPerson person, int number) =>
        person.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text = $"note {number}" }, Cancelled);

    public Task MentionAsync(TestPerson person, string room, int number) =>
        person.CallAsync(HttpMethod.Post, "messages", new { roomId = room, markdown = $"<@personEmail:{TestBot.BotEmail}> note {number}" }, Cancelled);

    public async Task FaultAsync(object rule) => (await Bot.Http.PostAsJsonAsync("/simulator/faults", rule, Cancelled)).EnsureSuccessStatusCode();

    public async Task NoFaultsAsync() => (await Bot.Http.DeleteAsync("/simulator/faults", Cancelled)).EnsureSuccessStatusCode();

    public async Task AdvanceWebexAsync(TimeSpan by) =>
        (await Bot.Http.PostAsJsonAsync("/simulator/clock", new { advance = by.ToString("c") }, Cancelled)).EnsureSuccessStatusCode();

    /// <summary>Waits until the bot has made so many such calls, ever.</summary>
    public async Task CalledAsync(string method, string route, int count) =>
        (await Bot.Http.GetAsync($"/simulator/ledger/await?kind=call&person={TestBot.BotEmail}&method={method}&route={Uri.EscapeDataString(route)}&count={count}&timeout=30", Cancelled))
            .IsSuccessStatusCode.ShouldBeTrue($"{count} × {method} {route}");

    /// <summary>How many such calls the bot has made.</summary>
    public async Task<int> CallsAsync(string method, string route) => JsonElement.Parse(await Bot.Http.GetStringAsync(
        $"/simulator/ledger?kind=call&person={TestBot.BotEmail}&method={method}&route={Uri.EscapeDataString(route)}", Cancelled)).GetProperty("items").GetArrayLength();

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _noted.Dispose();
    }

    private void Note(Room room, int number)
    {
        lock (_gate)
            _notes.Add((room.Id.Value, number));
        _noted.Release();
    }
}
