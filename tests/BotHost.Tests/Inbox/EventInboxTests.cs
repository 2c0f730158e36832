using System.Text;
using BotHost.Inbox;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Inbox;

/// <summary>What is the same event, what is news, and what is kept of it.</summary>
public sealed class EventInboxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-test-");
    private readonly Database _database;

    public EventInboxTests() => _database = new Database($"Data Source={Path.Combine(_folder.FullName, "bothost.db")};Pooling=False");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_event_is_one_row_before_while_and_after_it_is_handled()
    {
        var inbox = Inbox();
        (await inbox.AddAsync(Created("created"), Cancelled)).ShouldBeTrue();
        (await inbox.AddAsync(Created("created"), Cancelled)).ShouldBeFalse();
        var queued = await inbox.StartAsync(1, Cancelled);
        (await inbox.AddAsync(Created("created"), Cancelled)).ShouldBeFalse();
        await inbox.FinishAsync(queued, EventStatus.Handled, null);
        (await inbox.AddAsync(Created("created"), Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_update_that_arrives_while_an_earlier_one_is_handled_is_news()
    {
        var inbox = Inbox();
        (await inbox.AddAsync(Created("updated"), Cancelled)).ShouldBeTrue();
        (await inbox.AddAsync(Created("updated"), Cancelled)).ShouldBeFalse("while the first is still queued, it says all there is to say");
        var first = await inbox.StartAsync(1, Cancelled);

        (await inbox.AddAsync(Created("updated"), Cancelled)).ShouldBeTrue();

        var news = Dispatch.StoredEvent.All(_database)[^1].Sequence;
        var second = await inbox.StartAsync(news, Cancelled);
        second.Key.ShouldNotBe(first.Key);
        await inbox.ReleaseAsync(second);
        (await inbox.StartAsync(news, Cancelled)).Key.ShouldBe(second.Key);
    }

    [Theory]
    [InlineData(EventStatus.Handled, "00:00:00", false)]
    [InlineData(EventStatus.Handled, "01:00:00", true)]
    [InlineData(EventStatus.Dead, "00:00:00", true)]
    [InlineData(EventStatus.Quarantined, "00:00:00", true)]
    internal async Task A_handled_events_body_goes_when_the_setting_says(EventStatus status, string keep, bool isKept)
    {
        var inbox = Inbox(TimeSpan.Parse(keep));
        await inbox.AddAsync(Created("created"), Cancelled);

        await inbox.FinishAsync(await inbox.StartAsync(1, Cancelled), status, null);

        (Dispatch.StoredEvent.All(_database).ShouldHaveSingleItem().Body is not null).ShouldBe(isKept);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private EventInbox Inbox(TimeSpan keep = default) =>
        new(_database, new Lanes(), Options.Create(new StorageOptions { KeepContent = keep }), TimeProvider.System);

    private static InboundEvent Created(string name) => new($"messages/{name}:m", "room", "messages", name, Encoding.UTF8.GetBytes("{}"));
}
