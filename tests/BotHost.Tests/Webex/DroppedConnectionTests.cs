using System.Net;
using System.Net.Sockets;
using System.Text;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

/// <summary>A server that reads a request and closes the connection without a byte: the one fault after which .NET sends again by itself.</summary>
public sealed class DroppedConnectionTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private int deletions;

    [Fact]
    public async Task A_deletion_is_sent_once_all_the_same()
    {
        listener.Start();
        var serving = ServeAsync(TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?> { ["Webex:BaseUrl"] = $"http://{listener.LocalEndpoint}/v1" };
        await using var bench = await WebexBench.StartAsync(settings, Answer.Status(500));
        await bench.Webex.Rooms.GetAsync(new RoomId("R1"), TestContext.Current.CancellationToken);

        var failed = await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.DeleteAsync(new RoomId("R1"), TestContext.Current.CancellationToken));

        failed.IsAmbiguous.ShouldBeTrue();
        deletions.ShouldBe(1);
        listener.Stop();
        // Which of the two depends on where stopping meets it: accepting, or about to.
        (await Should.ThrowAsync<Exception>(() => serving) is SocketException or InvalidOperationException).ShouldBeTrue();
    }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync(CancellationToken stop)
    {
        while (true)
        {
            using var connection = await listener.AcceptSocketAsync(stop);
            var buffer = new byte[8192];
            while (await connection.ReceiveAsync(buffer, stop) is var count and > 0)
            {
                if (Encoding.ASCII.GetString(buffer, 0, count).StartsWith("DELETE", StringComparison.Ordinal))
                {
                    deletions++;
                    connection.Shutdown(SocketShutdown.Both);
                    break;
                }

                await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"id\":\"R1\"}"u8.ToArray(), stop);
            }
        }
    }
}
