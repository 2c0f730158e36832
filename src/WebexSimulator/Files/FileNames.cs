namespace WebexSimulator.Files;

/// <summary>
/// Names of files. Three are understood by the simulator, so that a client in any language can meet the malware scanner without a control
/// of ours: <c>scanning.*</c>, <c>infected.*</c> and <c>unscannable.*</c>.
/// </summary>
internal static class FileNames
{
    private const int MaxLength = 255;

    /// <summary>The last part of a path, of whichever system, without control characters.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(character => !char.IsControl(character) && character != '"')).Trim();
        return clean.Length == 0 ? "file" : clean.Length > MaxLength ? clean[^MaxLength..] : clean;
    }

    public static ScanVerdict VerdictOf(string name, DateTimeOffset scanEnds) => Path.GetFileNameWithoutExtension(name).ToLowerInvariant() switch
    {
        "scanning" => new(ScanState.Scanning, scanEnds),
        "infected" => new(ScanState.Infected),
        "unscannable" => new(ScanState.Unscannable),
        _ => ScanVerdict.Clean,
    };
}
