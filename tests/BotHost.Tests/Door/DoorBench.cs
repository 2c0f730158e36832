using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Testing;
using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Door;

/// <summary>What a case came to: the answers, the rows it left, and whether Webex was asked about it.</summary>
internal sealed record CaseOutcome(IReadOnlyList<string> Answers, IReadOnlyList<StoredRow> Rows, bool IsFetched);

internal sealed record StoredRow(string Key, long Status, string? Reason)
{
    public string Kind => Key.StartsWith("quarantine:", StringComparison.Ordinal) ? "quarantined" : Key.Split(':')[0];
}

/// <summary>One real host and one local Webex for all cases. Every case has ids of its own, so they run side by side.</summary>
public sealed class DoorBench : IAsyncLifetime
{
    private static readonly TimeSpan LongestCase = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, Task<CaseOutcome>> _running = [];
    private Dictionary<string, string> _names = [];

    public TestBot Bot { get; private set; } = null!;

    internal Task<CaseOutcome> OutcomeAsync(string name) => _running[name];

    internal Task<CaseOutcome[]> AllAsync() => Task.WhenAll(_running.Values);

    internal long Rows => Bot.Host.Services.GetRequiredService<EventInbox>().Count().Values.Sum();

    public async ValueTask InitializeAsync()
    {
        Bot = await TestBot.StartAsync(
            settings: [("Webex:WebhookSecrets", $"{TestBot.WebhookSecret};retired-secret-0123456789")],
            // The mechanism is Kestrel's and the host leaves it on; only the waiting is shortened (LimitsTests holds what the host says).
            configure: builder => builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
                kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.2));
            }));
        _names = await DoorWorld.MakeAsync(Bot);
        foreach (var name in DoorCase.Names)
            _running[name] = RunAsync(DoorCase.Read(name));
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.QuietAsync();
        Bot.ExpectWarnings();
        await Bot.DisposeAsync();
    }

    private async Task<CaseOutcome> RunAsync(DoorCase @case)
    {
        var unique = Guid.NewGuid().ToString("N");
        var text = new CaseText(new Dictionary<string, string>(_names)
        {
            ["unique"] = unique,
            ["unique-new"] = unique + "-new",
            ["unique-old"] = unique + "-old",
            ["unique-third"] = unique + "-third",
        }, TimeProvider.System.GetUtcNow());
        var requests = @case.Requests.Select(request => (request.IsPipelined, Parts: text.Write(request, @case.Signed))).ToList();

        var answers = await ExchangeAsync(@case, requests);
        await Bot.QuietAsync();
        var marks = requests.SelectMany(request => Marks(@case, request.Parts.Signed)).Append(unique).Distinct().ToList();
        return new CaseOutcome(answers, Find(marks), await IsFetchedAsync(marks));
    }

    private async Task<List<string>> ExchangeAsync(DoorCase @case, List<(bool IsPipelined, (byte[] Head, byte[] Body, byte[] Signed) Parts)> requests)
    {
        var answers = new List<string>();
        using var tooLong = new CancellationTokenSource(LongestCase);
        for (var first = 0; first < requests.Count;)
        {
            using var connection = await RawConnection.OpenAsync(Bot.Address, tooLong.Token);
            var together = requests.Skip(first).TakeWhile((request, i) => i == 0 || request.IsPipelined).Select(request => request.Parts).ToList();
            first += together.Count;
            var sending = SendAsync(connection, @case.Pace, together, tooLong.Token);
            // One more where the connection must end: what comes instead is seen.
            var wanted = together.Count + (first == requests.Count && @case.Answers[^1] == "closed" ? 1 : 0);
            while (wanted-- > 0 && (answers.Count == 0 || answers[^1].Length == 3))
                answers.Add(await connection.AnswerAsync(tooLong.Token));
            connection.Dispose();
            await sending;
        }

        return answers;
    }

    private static async Task SendAsync(RawConnection connection, string? pace, List<(byte[] Head, byte[] Body, byte[] Signed)> requests, CancellationToken cancellationToken)
    {
        var slowly = (Bytes: 1, Every: TimeSpan.FromMilliseconds(500));
        foreach (var (head, body, _) in pace is null ? [] : requests)
        {
            await connection.SendAsync(head, pace == "headers" ? slowly : null, cancellationToken);
            await connection.SendAsync(body, slowly, cancellationToken);
        }

        if (pace is null)
            await connection.SendAsync(requests.SelectMany(request => request.Head.Concat(request.Body)).ToArray(), null, cancellationToken);
    }

    /// <summary>What tells a case's rows and calls from another's, beside its unique id: a message that really exists, or its very bytes.</summary>
    private IEnumerable<string> Marks(DoorCase @case, byte[] signed)
    {
        if (@case.Stored.Contains("quarantined"))
            yield return "quarantine:" + Convert.ToHexStringLower(SHA256.HashData(signed));
        foreach (var (name, value) in _names)
        {
            if (name.StartsWith("message-", StringComparison.Ordinal) && signed.AsSpan().IndexOf(Encoding.UTF8.GetBytes(value)) >= 0)
                yield return value;
        }
    }

    private List<StoredRow> Find(List<string> marks) => Bot.Host.Services.GetRequiredService<Database>().Read(connection => connection
        .Query<(string Key, long Status, string? Reason, byte[]? Body)>("SELECT key, status, reason, body FROM events ORDER BY sequence")
        .Where(row => marks.Any(mark => row.Key.Contains(mark, StringComparison.Ordinal) || row.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0))
        .Select(row => new StoredRow(row.Key, row.Status, row.Reason))
        .ToList());

    private async Task<bool> IsFetchedAsync(List<string> marks)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Bot.Webex.Urls.First()) };
        var ledger = await http.GetFromJsonAsync<JsonElement>("/simulator/ledger?kind=call");
        return ledger.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("call")).Any(call =>
            call.GetProperty("method").ValueEquals("GET") && marks.Any(mark => call.GetProperty("path").GetString()!.Contains(mark, StringComparison.Ordinal)));
    }
}
