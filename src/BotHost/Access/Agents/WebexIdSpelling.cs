using System.Buffers.Text;
using System.Text;

namespace BotHost.Access;

/// <summary>
/// One thing has several ids at Webex: the long one of the API, the bare UUID in it, the address they stand for, and other letters that decode to the same. What is given
/// must be asked for as it was written down; what is refused is refused in every spelling.
/// </summary>
internal static class WebexIdSpelling
{
    public static bool IsSame(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || string.Equals(Key(one), Key(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The UUID in an id; of what is no id, itself.</summary>
    private static string Key(string id) => Plain(id) is var plain && plain.Contains("://", StringComparison.Ordinal) ? plain[(plain.LastIndexOf('/') + 1)..] : id.Trim();

    /// <summary>What an id says; of what says nothing, itself.</summary>
    private static string Plain(string id)
    {
        var text = id.Trim().TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done ? Encoding.UTF8.GetString(bytes.AsSpan(0, written)) : id.Trim();
    }
}
