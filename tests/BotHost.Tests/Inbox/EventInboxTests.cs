using System.Text;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Tests.Storage;
using BotHost.Tests.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Inbox;

/// <summary>What is the same event, what is news, and what is kept of it.</summary>
public abstract class EventInboxTests(string provider) : StoreTest(provider)
{
    [Fact]
    public async Task The_same_event_is_one_row_before_while_and_after_it_is_handled()
    {
        var inbox = Inbox();
        (await inbox.AddAsync(Created("created"), Cancelled)).ShouldBeTrue();
        (await inbox.AddAsync(Created("created"), Cancelled)).ShouldBeFalse();
        var queued = await StartAsync(inbox);
        (await inbox.AddAsync(Created("created"), Cancelled)).ShouldBeFalse();
        await FinishAsync(inbox, queued, EventStatus.Handled);
        (await inbox.AddAsync(Created("created"), Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_update_that_arrives_while_an_earlier_one_is_handled_is_news()
    {
        var inbox = Inbox();
        (await inbox.AddAsync(Created("updated"), Cancelled)).ShouldBeTrue();
        (await inbox.AddAsync(Created("updated"), Cancelled)).ShouldBeFalse("while the first is still queued, it says all there is to say");
        var first = await StartAsync(inbox);

        (await inbox.AddAsync(Created("updated"), Cancelled)).ShouldBeTrue();

        await FinishAsync(inbox, first, EventStatus.Handled);
        var second = await StartAsync(inbox);
        second.Key.ShouldNotBe(first.Key);
        await WriteAsync(session => inbox.Return(session, second, null, charged: 0));
        (await StartAsync(inbox)).Key.ShouldBe(second.Key);
    }

    [Fact]
    public async Task What_waits_takes_the_place_among_what_was_missed_that_it_is_found_to_have()
    {
        var inbox = Inbox();
        (await inbox.AddAsync(Named("third"), Cancelled)).ShouldBeTrue();
        (await inbox.AddAsync(Named("second"), Cancelled)).ShouldBeTrue();

        (await inbox.AddAsync([Named("first") with { DueAt = 1_000 }, Named("second") with { DueAt = 2_000 }], Cancelled)).ShouldBe(1);
        (await inbox.AddAsync([Named("first") with { DueAt = 1_500 }, Named("second") with { DueAt = 2_500 }], Cancelled)).ShouldBe(0);

        foreach (var expected in new[] { "first", "second", "third" })
        {
            var queued = await StartAsync(inbox);
            queued.Key.ShouldBe(expected);
            await FinishAsync(inbox, queued, EventStatus.Handled);
        }
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

        await FinishAsync(inbox, await StartAsync(inbox), status);

        (Dispatch.StoredEvent.All(Database).ShouldHaveSingleItem().Body is not null).ShouldBe(isKept);
    }

    [Fact]
    public async Task What_comes_later_is_handled_later_whoevers_clock_says_otherwise()
    {
        var (here, ahead) = (new FakeClock(), new FakeClock());
        ahead.Advance(TimeSpan.FromHours(1));
        await Inbox(time: ahead).AddAsync(Created("created", "first"), Cancelled);
        await Inbox(time: here).AddAsync(Created("created", "second"), Cancelled);

        foreach (var expected in new[] { "first", "second" })
        {
            var started = await StartAsync(Inbox(time: here));
            started.Key.ShouldBe(expected);
            await FinishAsync(Inbox(time: here), started, EventStatus.Handled);
        }
    }

    private EventInbox Inbox(TimeSpan keep = default, TimeProvider? time = null) =>
        new(Database, new FreeSpace(Engine, Options.Create(new StorageOptions()), TimeProvider.System), new MemoryLanes(TimeProvider.System), Options.Create(new StorageOptions { KeepContent = keep }), time ?? TimeProvider.System);

    private static async Task<QueuedEvent> StartAsync(EventInbox inbox) => (await inbox.StartAsync(new Lane("room"), Cancelled)).ShouldNotBeNull();

    private Task FinishAsync(EventInbox inbox, QueuedEvent handled, EventStatus status) =>
        WriteAsync(session => inbox.Finish(session, handled, status, null).ShouldBeTrue());

    private Task WriteAsync(Action<WriteSession> work) => Database.WriteAsync(session =>
    {
        work(session);
        return 0;
    }, cancellationToken: Cancelled);

    private static InboundEvent Named(string key) => Created("created") with { Key = key };

    private static InboundEvent Created(string name, string? key = null) => new(key ?? $"messages/{name}:m", "room", "messages", name, Encoding.UTF8.GetBytes("{}"));
}

public sealed class EventInboxOnSqliteTests() : EventInboxTests(TestStore.Sqlite);

public sealed class EventInboxOnPostgreSqlTests() : EventInboxTests(TestStore.PostgreSql);
