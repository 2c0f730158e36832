using System.Text;

namespace BotHost.Benchmarks.Faults;

/// <summary>
/// Where handlers note that they begin and end: one line each, appended in one write, so that the lines of all hosts stand in the order
/// in which things happened. The only word of the host's that is believed: it is its author's, not its own.
/// </summary>
internal sealed class HandlerDiary(string folder)
{
    private readonly FileStream _file = new(Path.Combine(folder, FaultBot.Diary), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    private readonly string _mended = Path.Combine(folder, FaultBot.Mended);

    public bool IsMended => File.Exists(_mended);

    public IDisposable Begin(string room, int number)
    {
        Write($"{Environment.ProcessId} + {room} {number}\n");
        return new Run(() => Write($"{Environment.ProcessId} - {room} {number}\n"));
    }

    private void Write(string line)
    {
        lock (_file)
            _file.Write(Encoding.ASCII.GetBytes(line));
    }

    private sealed class Run(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>A line of it.</summary>
internal sealed record DiaryLine(int Process, bool Begins, string Room, int Number)
{
    public static IReadOnlyList<DiaryLine> Read(string folder) =>
        File.Exists(Path.Combine(folder, FaultBot.Diary))
            ? [.. File.ReadLines(Path.Combine(folder, FaultBot.Diary)).Select(line => line.Split(' '))
                .Select(parts => new DiaryLine(int.Parse(parts[0]), parts[1] == "+", parts[2], int.Parse(parts[3])))]
            : [];

    /// <summary>Runs that began in a room while another one of the same process was at work there.</summary>
    public static IEnumerable<string> Overlaps(IEnumerable<DiaryLine> lines)
    {
        var running = new Dictionary<(int, string), int>();
        foreach (var line in lines)
        {
            if (!line.Begins)
                running.Remove((line.Process, line.Room));
            else if (!running.TryAdd((line.Process, line.Room), line.Number))
                yield return $"{line.Number} while {running[(line.Process, line.Room)]}";
        }
    }
}
