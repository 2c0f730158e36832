using System.Globalization;

namespace BotHost.Benchmarks.Faults;

/// <summary>
/// A machine whose clock is set while it runs: the time of day is off by what a file says, looked at 50 times a second; what measures
/// durations is not touched, as with a real clock.
/// </summary>
internal sealed class WrongClock : TimeProvider
{
    private readonly string _file;
    private readonly ITimer _look;
    private long _offset;

    public WrongClock(string file)
    {
        _file = file;
        Read();
        _look = CreateTimer(_ => Read(), null, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20));
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _offset));

    /// <summary>Sets the clock of the hosts that look at this file.</summary>
    public static void Set(string file, TimeSpan offset)
    {
        File.WriteAllText(file + ".new", offset.ToString("c", CultureInfo.InvariantCulture));
        File.Move(file + ".new", file, overwrite: true);
    }

    private void Read()
    {
        if (File.Exists(_file))
            Volatile.Write(ref _offset, TimeSpan.ParseExact(File.ReadAllText(_file), "c", CultureInfo.InvariantCulture).Ticks);
    }
}
