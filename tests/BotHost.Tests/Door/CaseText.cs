using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BotHost.Tests.Door;

/// <summary>Turns the text of a case into bytes: what stands in braces is filled in. The list is in <c>Cases/README.md</c>.</summary>
internal sealed partial class CaseText(IReadOnlyDictionary<string, string> names, DateTimeOffset now)
{
    private static readonly string Envelope = File.ReadAllText(Path.Combine(DoorCase.Folder, "envelope.json"));

    /// <summary>A request's head and body as they go on the wire, and the bytes its signature is made over.</summary>
    public (byte[] Head, byte[] Body, byte[] Signed) Write(CaseRequest request, string? signed)
    {
        var body = Fill(request.Body, [], 0);
        var message = signed is null ? body : Fill(signed, [], 0);
        // Files have LF, HTTP has CRLF; a body stays as it is.
        return (Fill(string.Join("\r\n", request.Head) + "\r\n\r\n", message, body.Length), body, message);
    }

    private byte[] Fill(string text, byte[] message, int length)
    {
        var bytes = new MemoryStream();
        var done = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            bytes.Write(Encoding.UTF8.GetBytes(text[done..match.Index]));
            bytes.Write(Value(match.Groups[1].Value, match.Groups[2].Value, message, length));
            done = match.Index + match.Length;
        }

        bytes.Write(Encoding.UTF8.GetBytes(text[done..]));
        return bytes.ToArray();
    }

    private byte[] Value(string name, string argument, byte[] message, int length) => name switch
    {
        "hex" => Convert.FromHexString(argument),
        "zeros-gzipped" => Gzip(new byte[Number(argument)]),
        _ => Encoding.UTF8.GetBytes(Text(name, argument, message, length)),
    };

    private string Text(string name, string argument, byte[] message, int length) => name switch
    {
        "length" => length.ToString(CultureInfo.InvariantCulture),
        "sign" => Hex(argument is "" ? "current" : argument, message),
        "sign-39" => Hex("current", message)[..39],
        "sign-upper" => Hex("current", message).ToUpperInvariant(),
        // The same digits to a reader who takes every Unicode digit for a digit.
        "sign-wide" => string.Concat(Hex("current", message).Select(c => char.IsAsciiDigit(c) ? (char)('\uFF10' + (c - '0')) : c)),
        "sign-base64" => Convert.ToBase64String(HMACSHA1.HashData(Key("current"), message)),
        "sign-sha256" => Convert.ToHexStringLower(HMACSHA256.HashData(Key("current"), message)),
        "envelope" => Envelop(argument),
        "envelope-size" => Encoding.UTF8.GetByteCount(Envelop(argument)).ToString("x", CultureInfo.InvariantCulture),
        "repeat" => string.Concat(Enumerable.Repeat(argument.Split(':')[1], Number(argument.Split(':')[0]))),
        "headers" => string.Join("\r\n", Enumerable.Range(1, Number(argument)).Select(i => $"X-Extra-{i}: {i}")),
        "crlf" => "\r\n",
        "lf" => "\n",
        _ => Name(name),
    };

    private string Name(string name) => name switch
    {
        "now" => Stamp(now),
        "in-10-minutes" => Stamp(now.AddMinutes(10)),
        _ => names.TryGetValue(name, out var value) ? value : throw new ArgumentException($"A case uses {{{name}}}, which nothing fills in."),
    };

    /// <summary>A genuine envelope, with some of its values changed: <c>data.id=x, actorId=@me</c>.</summary>
    private string Envelop(string changes)
    {
        var text = Placeholder().Replace(Envelope.Trim(), match => Name(match.Groups[1].Value));
        if (changes is "")
            return text;
        var envelope = JsonNode.Parse(text)!;
        foreach (var change in changes.Split(',', StringSplitOptions.TrimEntries))
        {
            var (path, value) = change.Split('=', 2) is [var left, var right] ? (left.Split('.'), right) : throw new ArgumentException(change);
            var parent = path.Length == 1 ? envelope : envelope[path[0]]!;
            parent[path[^1]] = value.StartsWith('@') ? Name(value[1..]) : value is "null" ? null : value;
        }

        return envelope.ToJsonString();
    }

    private string Hex(string secret, byte[] message) => Convert.ToHexStringLower(HMACSHA1.HashData(Key(secret), message));

    private byte[] Key(string secret) => Encoding.UTF8.GetBytes(Name("secret-" + secret));

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    [GeneratedRegex(@"\{([a-z][a-z0-9-]*)(?::\s*([^{}]*))?\}")]
    private static partial Regex Placeholder();
}
