using System.Collections.Concurrent;
using System.Net;
using BotHost.Bot;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Hosting;
using BotHost.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Sharing;

/// <summary>Several hosts on one PostgreSQL behave as one bot.</summary>
public sealed class SeveralHostsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task An_event_delivered_to_two_hosts_at_once_is_one_event_with_one_answer()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await using var bot = await TestBot.StartAsync(settings: [.. store.Settings, Crowd.NotDeliveredTo], cancellationToken: Cancelled);
        WebApplication[] hosts = [bot.Host, await bot.StartBesideAsync(cancellationToken: Cancelled)];
        var crowd = new Crowd(bot, hosts);
        var alice = bot.Person("alice@example.com");

        for (var i = 0; i < 10; i++)
        {
            var envelope = await crowd.SayAsync(alice, new { toPersonEmail = TestBot.BotEmail, text = "ping" });
            (await Task.WhenAll(hosts.Concat(hosts).Select(host => crowd.DeliverAsync(envelope, host)))).ShouldAllBe(status => status == HttpStatusCode.OK);
        }

        await bot.QuietAsync(Cancelled);
        StoredEvent.All(bot).Count.ShouldBe(10);
        (await alice.DirectAsync(Cancelled)).Count(message => message.Text == "pong").ShouldBe(10);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(3, 30, 10)]
    public async Task Commands_over_several_hosts_are_answered_once_in_order_and_one_at_a_time_in_each_room(int number, int rooms, int each)
    {
        var (inside, handled) = (new ConcurrentDictionary<RoomId, int>(), new ConcurrentDictionary<IStoreEngine, int>());
        var allAtWork = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("note", async (BotContext context, int what) =>
            {
                inside.AddOrUpdate(context.Room.Id, 1, (_, others) => others + 1).ShouldBe(1, "two handlers of one room at a time");
                handled.AddOrUpdate(context.Services.GetRequiredService<IStoreEngine>(), 1, (_, before) => before + 1);
                // Whoever has as much as it can do leaves the rest to the others.
                if (handled.Count == number)
                    allAtWork.TrySetResult();
                await allAtWork.Task.WaitAsync(context.Aborted);
                // Work that takes a moment, so that another host would have the time.
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, context.Aborted);
                inside.AddOrUpdate(context.Room.Id, 0, (_, all) => all - 1);
                return $"noted {what}";
            }),
            [.. store.Settings, Crowd.NotDeliveredTo, ("BotHost:Concurrency", "4")], cancellationToken: Cancelled);
        var hosts = new List<WebApplication> { bot.Host };
        while (hosts.Count < number)
            hosts.Add(await bot.StartBesideAsync(cancellationToken: Cancelled));
        var crowd = new Crowd(bot, hosts);
        var alice = bot.Person("alice@example.com");
        var spaces = await crowd.SpacesAsync(alice, rooms);

        await Task.WhenAll(spaces.Select(async (space, index) =>
        {
            var chance = new Random(index);
            for (var i = 1; i <= each; i++)
            {
                var envelope = await crowd.SayAsync(alice, Crowd.Mention(space, $"note {i}"));
                (await crowd.DeliverAsync(envelope, hosts[chance.Next(hosts.Count)])).ShouldBe(HttpStatusCode.OK);
            }
        }));
        await bot.QuietAsync(Cancelled);

        foreach (var space in spaces)
        {
            (await alice.MessagesAsync(space, Cancelled)).Where(message => message.PersonEmail == TestBot.BotEmail).Reverse().Select(message => message.Text)
                .ShouldBe(Enumerable.Range(1, each).Select(i => $"noted {i}"));
        }

        handled.Count.ShouldBe(number);
        handled.Values.Sum().ShouldBe(rooms * each);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_host_that_is_told_to_stop_leaves_the_rest_to_the_others_at_once()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await using var bot = await TestBot.StartAsync(settings: [.. store.Settings, Crowd.NotDeliveredTo], cancellationToken: Cancelled);
        var crowd = new Crowd(bot, [bot.Host]);
        var alice = bot.Person("alice@example.com");
        var spaces = await crowd.SpacesAsync(alice, 20);
        foreach (var space in spaces)
            (await crowd.DeliverAsync(await crowd.SayAsync(alice, Crowd.Mention(space, "ping")), bot.Host)).ShouldBe(HttpStatusCode.OK);

        var began = TimeProvider.System.GetTimestamp();
        // The same host as a deployment starts it again: others find nothing that is still the first one's.
        await bot.RestartAsync(Cancelled);
        await bot.QuietAsync(Cancelled);

        foreach (var space in spaces)
            (await alice.MessagesAsync(space, Cancelled)).Count(message => message.PersonEmail == TestBot.BotEmail).ShouldBe(1);
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(LeaseTimes.Default.Lease);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_was_acknowledged_is_answered_once_though_the_server_crashes_under_load()
    {
        await using var server = await Needs.StartPostgreSqlAsync(Cancelled);
        using var store = new TestStore(TestStore.PostgreSql, await server.NewDatabaseAsync(Cancelled), folder: null);
        // In direct rooms there is evidence of what was posted while nothing could be written down.
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("note", (int what) => $"noted {what}"),
            [.. store.Settings, Crowd.NotDeliveredTo, ("Webex:Timeout", "00:00:02"), ("Outbox:SettleTime", "00:00:02")], cancellationToken: Cancelled);
        WebApplication[] hosts = [bot.Host, await bot.StartBesideAsync(cancellationToken: Cancelled)];
        var crowd = new Crowd(bot, hosts);
        TestPerson[] people = [bot.Person("alice@example.com"), bot.Person("bob@example.com"), bot.Person("carol@example.com")];
        var acknowledged = people.ToDictionary(person => person, _ => new ConcurrentQueue<string>());
        var half = new CountdownEvent(people.Length * 10);

        var saying = Task.WhenAll(people.Select(async (person, index) =>
        {
            for (var i = 1; i <= 20; i++)
            {
                var envelope = await crowd.SayAsync(person, new { toPersonEmail = TestBot.BotEmail, text = $"note {i}" });
                if (await crowd.DeliverAsync(envelope, hosts[(index + i) % 2]) == HttpStatusCode.OK)
                    acknowledged[person].Enqueue($"noted {i}");
                if (!half.IsSet)
                    half.Signal();
            }
        }));
        await Task.Run(() => half.Wait(Cancelled), Cancelled);
        await server.CrashAsync(Cancelled);
        await server.StartAgainAsync(Cancelled);
        await saying;
        await Crowd.UntilAsync(async () =>
        {
            foreach (var person in people)
            {
                if ((await Answers(person)).Count < acknowledged[person].Count)
                    return false;
            }

            return true;
        });
        await bot.QuietAsync(Cancelled);

        foreach (var person in people)
        {
            var answers = await Answers(person);
            // Of what was not acknowledged some may have been stored; nothing is answered twice, or out of order.
            answers.ShouldBe(answers.Distinct());
            acknowledged[person].Except(answers).ShouldBeEmpty();
            answers.Where(acknowledged[person].Contains).ShouldBe(acknowledged[person]);
        }

        bot.ExpectWarnings();

        async Task<List<string>> Answers(TestPerson person) =>
            [.. (await person.DirectAsync(Cancelled)).Where(message => message.PersonEmail == TestBot.BotEmail).Reverse().Select(message => message.Text)];
    }
}
