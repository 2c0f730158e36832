using BotHost.Tests.Hosting;

namespace BotHost.Tests.Door;

/// <summary>
/// One file of <c>Cases</c>: why it matters, what is expected, and the bytes to send. A case is read by people first, see <c>Cases/README.md</c>.
/// </summary>
/// <param name="Answers">The statuses in order; <c>closed</c> where the connection must end.</param>
/// <param name="Stored">The rows it leaves behind: <c>resource/event</c>, or <c>quarantined</c> where the door could not read it.</param>
/// <param name="Becomes">What the dispatcher makes of the rows, or null where that does not matter.</param>
/// <param name="IsFetched">Whether the bot asks Webex about it.</param>
/// <param name="Pace">What is sent slowly, or null.</param>
/// <param name="Signed">What is signed where that is not the body itself.</param>
internal sealed record DoorCase(
    string Name, string[] Answers, string[] Stored, string? Becomes, bool IsFetched, string? Pace, string? Signed, IReadOnlyList<CaseRequest> Requests)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "BotHost.Tests", "Door", "Cases");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.http").Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    public static DoorCase Read(string name)
    {
        var settings = new Dictionary<string, string>();
        var requests = new List<CaseRequest>();
        foreach (var line in File.ReadAllText(Path.Combine(Folder, name + ".http")).Split('\n'))
        {
            if (line.StartsWith("---", StringComparison.Ordinal))
                requests.Add(new CaseRequest(IsPipelined: line.Contains("at once", StringComparison.Ordinal), []));
            else if (requests.Count > 0)
                requests[^1].Lines.Add(line);
            else if (line.StartsWith('#'))
                settings["why"] = line;
            else if (line.Split(':', 2) is [var key, var value])
                settings[key] = value.Trim();
        }

        // The line end before the next request, or of the file, is the editor's.
        requests.ForEach(request => request.DropLastLineEnd());
        settings.ShouldContainKey("why", $"{name} says nothing about why");
        settings.Keys.Except(["why", "expect", "stored", "becomes", "fetched", "pace", "signed"]).ShouldBeEmpty(name);
        return new DoorCase(
            name, Split(settings["expect"]), settings["stored"] == "nothing" ? [] : Split(settings["stored"]), settings.GetValueOrDefault("becomes"),
            settings.GetValueOrDefault("fetched") == "yes", settings.GetValueOrDefault("pace"), settings.GetValueOrDefault("signed"), requests);
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries);
}

/// <summary>One request of a case. Behind a bad one on the same connection, or after its answer on a new one.</summary>
internal sealed record CaseRequest(bool IsPipelined, List<string> Lines)
{
    public IEnumerable<string> Head => Lines.TakeWhile(line => line.Length > 0);

    public string Body => string.Join('\n', Lines.SkipWhile(line => line.Length > 0).Skip(1));

    public void DropLastLineEnd()
    {
        if (Lines is [.., ""])
            Lines.RemoveAt(Lines.Count - 1);
    }
}
