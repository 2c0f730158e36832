using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotHost.Tests.Simulator;

/// <summary>What a value on the wire is: the type its id is of, a time as Webex writes it, or what JSON says. Of a list, its items'.</summary>
internal static partial class WireType
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "flag",
        JsonValueKind.Number => "number",
        JsonValueKind.Object => "object",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(Of).Distinct()),
        _ => OfText(value.GetString()!),
    };

    private static string OfText(string text) =>
        Time().IsMatch(text) ? "time"
        : text.Length > 20 && Base64Url.IsValid(text) && Id().Match(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text))) is { Success: true } id ? id.Groups[1].Value
        : "text";

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex Time();

    [GeneratedRegex("^ciscospark://us/([A-Z_]+)/[^/].*$")]
    private static partial Regex Id();
}
