using System.Net;

namespace BotHost.Webex;

/// <summary>Why a file cannot be had.</summary>
internal enum FileProblem
{
    /// <summary>423: Webex is still looking for malware in it. It was waited for as long as the settings allow.</summary>
    BeingScanned,

    /// <summary>410: removed, or infected.</summary>
    Gone,

    /// <summary>428: Webex cannot look inside, because it is encrypted for instance.</summary>
    Unscannable,
}

internal static class FileProblems
{
    /// <summary>What a refusal of a file means; null for every other call and status.</summary>
    public static FileProblem? Of(WebexCall call, HttpStatusCode status) => (call.Endpoint, status) switch
    {
        (WebexFiles.Endpoint, HttpStatusCode.Locked) => FileProblem.BeingScanned,
        (WebexFiles.Endpoint, HttpStatusCode.Gone) => FileProblem.Gone,
        (WebexFiles.Endpoint, HttpStatusCode.PreconditionRequired) => FileProblem.Unscannable,
        _ => null,
    };

    public static string Advice(this FileProblem problem) => problem switch
    {
        FileProblem.BeingScanned => "Webex is still scanning the file for malware. Try again later.",
        FileProblem.Gone => "The file was removed, or malware was found in it. It cannot be had any more.",
        _ => "Webex cannot scan the file for malware. Ask for it with allowUnscannable where that is acceptable.",
    };
}
