using System.Text.Json;
using BotHost.Testing;

namespace BotHost.Tests.Simulator;

public sealed class FieldTablesTests(AnswerTap tap)
{
    private const string Time = "2026-01-02T03:04:05.678Z";
    private const string Team = "Y2lzY29zcGFyazovL3VzL1RFQU0vMTNlMTJmNzMtYTVmZS00YTI5LTk2MTktMzcxOTUxMTAzMGM3";
    private const string Room = "Y2lzY29zcGFyazovL3VzL1JPT00vYmJjZWIxYWQtNDNmMS0zYjU4LTkxNDctZjE0YmIwYzRkMTU0";

    [Theory]
    [InlineData($$"""{"id":"{{Team}}","name":"Growers","created":"{{Time}}"}""", null)]
    [InlineData($$"""{"items":[{"id":"{{Team}}","name":"Growers","created":"{{Time}}"}]}""", null)]
    [InlineData($$"""{"id":"{{Team}}","created":"{{Time}}","errors":{"name":{} } }""", null)]
    [InlineData($$"""{"items":[{"id":"{{Team}}","created":"{{Time}}"}]}""", "name is missing")]
    [InlineData($$"""{"id":"{{Room}}","name":"Growers","created":"{{Time}}"}""", "id is no TEAM")]
    [InlineData($$"""{"id":"{{Team}}","name":7,"created":"{{Time}}"}""", "name is no text")]
    [InlineData($$"""{"id":"{{Team}}","name":"Growers","created":"2026-01-02T03:04:05Z"}""", "created is no time")]
    [InlineData($$"""{"id":"{{Team}}","name":"Growers","created":"{{Time}}","description":null}""", "description is no text")]
    [InlineData($$"""{"id":"{{Team}}","name":"Growers","created":"{{Time}}","colour":"green"}""", "colour is in no table")]
    [InlineData("""{"items":[],"total":0}""", "total stands beside the items")]
    public void What_is_not_in_the_table_is_named(string body, string? deviation) =>
        FieldTables.Deviations("/teams/x", JsonElement.Parse(body)).ShouldBe(deviation is null ? [] : [$"/teams/x: {deviation}"]);

    [Fact]
    public async Task A_conversation_is_looked_at()
    {
        var before = tap.Answers;
        await using var bot = await TestBot.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await bot.Person("alice@example.com").SayAsync("ping", TestContext.Current.CancellationToken);
        (tap.Answers - before).ShouldBeGreaterThan(5);
    }
}
