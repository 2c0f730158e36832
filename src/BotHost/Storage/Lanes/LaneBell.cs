using System.Threading.Channels;

namespace BotHost.Storage;

/// <summary>Tells the keeper of the lanes that there is something to do. Rung often before it is heard, it is heard once.</summary>
internal sealed class LaneBell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    public ValueTask<bool> HearAsync(CancellationToken cancellationToken) => _rung.Reader.ReadAsync(cancellationToken);
}
