using System.Collections.Concurrent;
using System.Net;
using System.Text;
using BotHost.Testing;
using BotHost.Tests.Webex;
using BotHost.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using System.Diagnostics.Metrics;

namespace BotHost.Tests.Door;

/// <summary>A stranger has patience and bandwidth. Neither fills the log nor keeps out what is genuine.</summary>
public sealed class FloodTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Among_forged_deliveries_every_signed_one_is_stored_and_the_log_stays_short()
    {
        await using var door = await Deliveries.StartAsync();
        var forged = Deliveries.Envelope("forged");
        string?[] signatures = [null, "", "sha1=" + Deliveries.Sign(forged), Deliveries.Sign(forged, "another-secret-0123456789")];
        var answers = new ConcurrentBag<HttpStatusCode>();

        await Parallel.ForAsync(0, 5_000, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancelled }, async (i, _) =>
        {
            if (i % 100 == 0)
                (await door.DeliverAsync(Deliveries.Envelope($"signed-{i}"))).ShouldBe(HttpStatusCode.OK);
            else
                answers.Add(await door.SendAsync(forged, signatures[i % signatures.Length]));
        });

        answers.ShouldAllBe(answer => answer == HttpStatusCode.Unauthorized);
        door.Keys().Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 50).Select(i => $"messages/created:signed-{100 * i}").Order(StringComparer.Ordinal));
        Said(door.Bot).Count(line => line.Message.StartsWith("Refused", StringComparison.Ordinal)).ShouldBe(3, "one a kind: missing, malformed, mismatch");
    }

    [Fact]
    public async Task Broken_requests_and_hung_up_connections_say_nothing_at_all()
    {
        await using var door = await Deliveries.StartAsync();
        const string head = "POST /webhooks/webex HTTP/1.1\r\nHost: bot.example.com\r\nX-Spark-Signature: 0\r\n";
        string[] broken =
        [
            head + "Content-Length: 1000\r\n\r\nonly the beginning",
            head + "Transfer-Encoding: chunked\r\n\r\n100\r\nonly the beginning",
            head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
            head + "Transfer-Encoding: chunked\r\n\r\nnothing hexadecimal\r\n",
            head + "Content-Length: 1000000\r\n\r\n",
            head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            head + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nonly",
            head,
            "\0\0\0\0\r\n\r\n",
        ];

        await Parallel.ForAsync(0, 40 * broken.Length, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancelled }, async (i, cancelled) =>
        {
            using var connection = await RawConnection.OpenAsync(door.Bot.Address, cancelled);
            await connection.SendAsync(Encoding.ASCII.GetBytes(broken[i % broken.Length]), null, cancelled);
            connection.Reset();
        });

        (await door.DeliverAsync(Deliveries.Envelope("after"))).ShouldBe(HttpStatusCode.OK);
        door.Keys().ShouldBe(["messages/created:after"]);
        await door.Bot.QuietAsync(Cancelled);
        Said(door.Bot).Where(line => !line.Category.StartsWith("BotHost.Dispatch", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_kind_is_said_again_after_a_minute_and_not_before()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var (clock, log) = (new FakeClock(), new LogLines());
        var counters = new DoorCounters(services.GetRequiredService<IMeterFactory>(), clock);
        var logger = log.CreateLogger("door");
        void Happen()
        {
            for (var i = 0; i < 100; i++)
            {
                counters.Refused(logger, SignatureResult.Mismatch);
                counters.Refused(logger, SignatureResult.Missing);
                counters.Quarantined(logger);
            }
        }

        Happen();
        log.All.Count.ShouldBe(3);
        clock.Advance(TimeSpan.FromSeconds(59));
        Happen();
        log.All.Count.ShouldBe(3);
        clock.Advance(TimeSpan.FromSeconds(2));
        Happen();
        log.All.Count.ShouldBe(6);
    }

    /// <summary>What is logged where nobody has set another level: information of ours, warnings of the framework.</summary>
    private static List<LoggedLine> Said(TestBot bot) => [.. bot.Log.Where(line => line.Level >= LogLevel.Warning)];
}
