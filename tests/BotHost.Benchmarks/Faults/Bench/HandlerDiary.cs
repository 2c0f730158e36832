using System.Diagnostics;
using System.Text;

namespace BotHost.Benchmarks.Faults;

/// <summary>
/// Where handlers note that they begin and end: one line each, written at once, with the time by the machine's own clock, and a file for
/// each process. The only word of the host's that is believed: it is its author's, not its own.
/// </summary>
internal sealed class HandlerDiary(string folder)
{
    private readonly FileStream _file = new(Path.Combine(folder, $"{FaultBot.Diary}-{Environment.ProcessId}"), FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly string _mended = Path.Combine(folder, FaultBot.Mended);

    public bool IsMended => File.Exists(_mended);

    public IDisposable Begin(string room, int number)
    {
        Write("+", room, number);
        return new Run(() => Write("-", room, number));
    }

    private void Write(string what, string room, int number)
    {
        lock (_file)
            _file.Write(Encoding.ASCII.GetBytes($"{Stopwatch.GetTimestamp()} {Environment.ProcessId} {what} {room} {number}\n"));
    }

    private sealed class Run(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>A line of it.</summary>
/// <param name="At">By a clock that all processes of a machine share.</param>
internal sealed record DiaryLine(long At, int Process, bool Begins, string Room, int Number)
{
    /// <summary>The lines of all processes, in the order in which things happened.</summary>
    public static IReadOnlyList<DiaryLine> Read(string folder) =>
    [
        .. Directory.GetFiles(folder, FaultBot.Diary + "-*").SelectMany(File.ReadLines).Select(line => line.Split(' '))
            .Select(parts => new DiaryLine(long.Parse(parts[0]), int.Parse(parts[1]), parts[2] == "+", parts[3], int.Parse(parts[4])))
            .OrderBy(line => line.At),
    ];

    /// <summary>Runs that began in a room while another one was at work there. When a run ended that has no end, nobody knows: its process was killed.</summary>
    public static IEnumerable<string> Overlaps(IReadOnlyList<DiaryLine> lines)
    {
        var ended = lines.Where(line => !line.Begins).Select(line => (line.Process, line.Room, line.Number)).ToHashSet();
        var running = new Dictionary<string, DiaryLine>();
        foreach (var line in lines)
        {
            if (!line.Begins)
            {
                if (running.TryGetValue(line.Room, out var run) && run.Process == line.Process)
                    running.Remove(line.Room);
            }
            else
            {
                if (running.TryGetValue(line.Room, out var other) && (other.Process == line.Process || ended.Contains((other.Process, other.Room, other.Number))))
                    yield return $"{line.Number} while {other.Number}";
                running[line.Room] = line;
            }
        }
    }
}
