using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BotHost.Tests.Door;

/// <summary>A plain TCP connection to the door: what is written is what is sent, whatever HTTP thinks of it.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];
    private string _received = "";

    public static async Task<RawConnection> OpenAsync(Uri door, CancellationToken cancellationToken)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, door.Port, cancellationToken);
        return connection;
    }

    /// <summary>Sends at once, or a few bytes at a time; ends quietly where the other side has hung up, as its answer says why.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes, (int Bytes, TimeSpan Every)? pace, CancellationToken cancellationToken)
    {
        try
        {
            if (pace is null)
            {
                await _socket.SendAsync(bytes, cancellationToken);
                return;
            }

            for (; bytes.Length > 0; bytes = bytes[Math.Min(pace.Value.Bytes, bytes.Length)..])
            {
                await _socket.SendAsync(bytes[..Math.Min(pace.Value.Bytes, bytes.Length)], cancellationToken);
                await Task.Delay(pace.Value.Every, TimeProvider.System, cancellationToken);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }

    /// <summary>The next answer's status; <c>closed</c> where the connection ended instead, <c>silence</c> where nothing came in time.</summary>
    public async Task<string> AnswerAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var end = _received.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                if (end < 0)
                {
                    if (!await ReceiveAsync(cancellationToken))
                        return "closed";
                    continue;
                }

                var head = _received[..end].Split("\r\n");
                _received = _received[(end + 4)..];
                var status = head[0].Split(' ')[1];
                // 100 Continue is not the answer yet.
                if (status == "100")
                    continue;
                // The door has nothing to say, to a stranger or to Webex: the status is all.
                return head.Contains("Content-Length: 0") || !head.Any(line => line.StartsWith("Content-Length:", StringComparison.Ordinal) || line.StartsWith("Transfer-Encoding:", StringComparison.Ordinal))
                    ? status
                    : status + " with a body";
            }
        }
        catch (OperationCanceledException)
        {
            return "silence";
        }
    }

    /// <summary>Ends the connection with a reset, as a crashed client's machine does.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var read = await _socket.ReceiveAsync(_buffer, cancellationToken);
            _received += Encoding.Latin1.GetString(_buffer, 0, read);
            return read > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
