using System.Text;

namespace BotHost.Webex;

/// <summary>What Webex takes in one message.</summary>
internal static class MessageLimits
{
    /// <summary>Bytes of UTF-8, before encryption, for text and for markdown each.</summary>
    public const int TextBytes = 7439;

    /// <summary>Bytes of one file: 100 MB, read generously.</summary>
    public const long FileBytes = 100L * 1024 * 1024;

    public static void CheckFile(long bytes)
    {
        if (bytes > FileBytes)
            throw new ArgumentException(
                $"The file has at least {bytes} bytes and Webex takes {FileBytes}. Split it, or share it another way and post its address.");
    }

    public static void CheckText(string? value, string name)
    {
        if (value is null || Encoding.UTF8.GetByteCount(value) is var bytes && bytes <= TextBytes)
            return;

        throw new ArgumentException(
            $"{name} is {bytes} bytes long and Webex takes {TextBytes}. Shorten it, or post it as several messages or as a file.");
    }

    public static void CheckSingle<T>(IReadOnlyList<T>? values, string name)
    {
        if (values is { Count: > 1 })
            throw new ArgumentException($"{name} has {values.Count} entries and Webex takes one a message. Post one message for each.");
    }
}
