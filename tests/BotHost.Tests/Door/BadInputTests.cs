using System.Net;
using BotHost.Inbox;
using BotHost.Testing;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Door;

/// <summary>Every file of <c>Cases</c>, sent to the real endpoint over TCP. A new case is a new file.</summary>
public sealed class BadInputTests(DoorBench bench) : IClassFixture<DoorBench>
{
    public static TheoryData<string> Cases => [.. DoorCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case(string name)
    {
        var expected = DoorCase.Read(name);

        var outcome = await bench.OutcomeAsync(name);

        outcome.Answers.ShouldBe(expected.Answers, name);
        outcome.Rows.Select(row => row.Kind).ShouldBe(expected.Stored, name);
        outcome.IsFetched.ShouldBe(expected.IsFetched, "asked Webex about it");
        if (expected.Becomes is { } status)
            outcome.Rows.ShouldAllBe(row => row.Status == (long)Enum.Parse<EventStatus>(status, ignoreCase: true));
        foreach (var row in outcome.Rows.Where(row => row.Status == (long)EventStatus.Quarantined))
            row.Reason.ShouldNotBeNullOrWhiteSpace("a person must be able to see why");
    }

    [Fact]
    public async Task Nothing_else_was_stored_and_the_host_is_well()
    {
        var outcomes = await bench.AllAsync();

        bench.Rows.ShouldBe(outcomes.Sum(outcome => outcome.Rows.Count));
        using var http = new HttpClient { BaseAddress = bench.Bot.Address };
        (await http.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        bench.Bot.Log.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_what_was_sent_is_in_the_log()
    {
        await bench.AllAsync();

        var said = bench.Bot.Log.Where(line => line.Level >= LogLevel.Information).Select(line => $"{line.Message} {line.Exception}").ToList();
        foreach (var never in (string[])["alice@example.com", TestBot.WebhookSecret, "retired-secret", "personEmail", "canary-"])
            said.ShouldNotContain(line => line.Contains(never, StringComparison.Ordinal));
    }
}
