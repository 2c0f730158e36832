using System.Globalization;

namespace BotHost.Access;

/// <summary>Growing numbers as a short text: <c>7,12-15</c>.</summary>
internal static class NumberRanges
{
    public static string Write(IReadOnlyList<long> growing)
    {
        var ranges = new List<(long From, long To)>();
        foreach (var number in growing)
        {
            if (ranges is [.., var (from, to)] && to + 1 == number)
                ranges[^1] = (from, number);
            else
                ranges.Add((number, number));
        }

        return string.Join(',', ranges.Select(range => range.From == range.To ? Text(range.From) : $"{Text(range.From)}-{Text(range.To)}"));
    }

    /// <summary>The ranges of a text that <see cref="Write"/> made; none of any other.</summary>
    public static IEnumerable<(long From, long To)> Read(string? text)
    {
        foreach (var part in text?.Split(',') ?? [])
        {
            var ends = part.Split('-');
            if (Number(ends[0]) is { } from && Number(ends[^1]) is { } to)
                yield return (from, to);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
