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
        await Inbox(time: ahead, order: new StoredOrder()).AddAsync(Created("created", "first"), Cancelled);
        await Inbox(time: here, order: new StoredOrder()).AddAsync(Created("created", "second"), Cancelled);

        foreach (var expected in new[] { "first", "second" })
        {
            var started = await StartAsync(Inbox(time: here, order: new StoredOrder()));
            started.Key.ShouldBe(expected);
            await FinishAsync(Inbox(time: here), started, EventStatus.Handled);
        }
    }

    [Fact]
    public async Task What_comes_later_is_handled_later_though_the_clock_was_set_back()
    {
        var (clock, order) = (new FakeClock(), new HeldOrder());
        clock.Advance(TimeSpan.FromDays(3));
        await Inbox(time: clock, order: order).AddAsync(Created("created", "first"), Cancelled);
        clock = new FakeClock();
        await Inbox(time: clock, order: order).AddAsync(Created("created", "second"), Cancelled);

        foreach (var expected in new[] { "first", "second" })
        {
            var started = await StartAsync(Inbox(time: clock, order: order));
            started.Key.ShouldBe(expected);
            await FinishAsync(Inbox(time: clock, order: order), started, EventStatus.Handled);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_order_in_memory_is_the_stores(int seed)
    {
        var (random, clock, held, stored) = (new Random(seed), new FakeClock(), new HeldOrder(), new StoredOrder());
        var inbox = Inbox(time: clock, order: held);
        var lanes = new[] { "a", "b" };
        for (var i = 0; i < 200; i++)
        {
            var lane = lanes[random.Next(2)];
            long now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            switch (random.Next(5))
            {
                case 0 or 1:
                    long? due = random.Next(3) switch { 0 => null, 1 => now - random.Next(60_000), _ => now + random.Next(60_000) };
                    await inbox.AddAsync(new InboundEvent($"{lane}{random.Next(40)}", lane, "messages", "created", Encoding.UTF8.GetBytes("{}"), due), Cancelled);
                    break;
                case 2:
                    clock.Skip(TimeSpan.FromSeconds(random.Next(-20, 30)));
                    break;
                default:
                    if (await inbox.StartAsync(new Lane(lane), Cancelled) is not { } started)
                        break;
                    await FinishAsync(inbox, started, EventStatus.Handled);
                    break;
            }

            now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            foreach (var each in lanes)
            {
                await WriteAsync(session =>
                {
                    held.First(session, each, now).ShouldBe(stored.First(session, each, now), $"step {i}");
                    held.Next(session, each, null).ShouldBe(stored.Next(session, each, null), $"step {i}");
                    held.Behind(session, each, now).ShouldBe(stored.Behind(session, each, now), $"step {i}");
                });
            }
        }
    }

    private EventInbox Inbox(TimeSpan keep = default, TimeProvider? time = null, IEventOrder? order = null) => new(
        Database, new FreeSpace(Engine, Options.Create(new StorageOptions()), TimeProvider.System), new MemoryLanes(TimeProvider.System), order ?? new HeldOrder(),
        Options.Create(new StorageOptions { KeepContent = keep }), time ?? TimeProvider.System);

    private static async Task<QueuedEvent> StartAsync(EventInbox inbox) => (await inbox.StartAsync(new Lane("room"), Cancelled)).ShouldNotBeNull();

    private async Task FinishAsync(EventInbox inbox, QueuedEvent handled, EventStatus status)
    {
        await WriteAsync(session => inbox.Finish(session, handled, status, null).ShouldBeTrue());
        inbox.Ended(handled);
    }

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
