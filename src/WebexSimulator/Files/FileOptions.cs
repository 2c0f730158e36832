namespace WebexSimulator.Files;

/// <summary>Files of messages, section <c>Simulator:Files</c>.</summary>
public sealed class FileOptions
{
    /// <summary>How long a file may be, in bytes: 1 to 104,857,600. Default 104,857,600, Webex's 100 MB; less makes a test of it short.</summary>
    public long MaxBytes { get; set; } = 104_857_600;

    /// <summary>
    /// Hosts beside this machine that files may be fetched from by their address: names separated by <c>;</c>, or <c>*</c> for all.
    /// Default none: Webex fetches from anywhere, but a simulator on a developer's machine must not be talked into calling others.
    /// </summary>
    public string AllowedHosts { get; set; } = "";

    /// <summary>How long fetching a file by its address may take. Default 30 seconds.</summary>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the malware scanner needs for a file named <c>scanning.*</c>. Default 5 seconds, on the simulator's clock.</summary>
    public TimeSpan ScanTime { get; set; } = TimeSpan.FromSeconds(5);

    internal IEnumerable<string> Errors()
    {
        if (MaxBytes is < 1 or > 104_857_600) yield return "Simulator:Files:MaxBytes must be 1 to 104857600.";
        if (FetchTimeout <= TimeSpan.Zero || FetchTimeout > TimeSpan.FromMinutes(10))
            yield return "Simulator:Files:FetchTimeout must be more than 0 and at most 10 minutes, for example 00:00:30.";
        if (ScanTime < TimeSpan.Zero || ScanTime > TimeSpan.FromDays(1)) yield return "Simulator:Files:ScanTime must be 0 to 1 day, for example 00:00:05.";
    }
}
