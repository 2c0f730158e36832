using System.Globalization;

namespace WebexSimulator.Http;

/// <summary>
/// A place in a list, by value and not by count: it holds although items come and go. Lists are in ascending order of it; the newest
/// first means a negative position.
/// </summary>
internal readonly record struct Cursor(long Position, Guid Key) : IComparable<Cursor>
{
    /// <summary>Before everything: no time of ours is later.</summary>
    public static readonly Cursor Start = NewestFirst(DateTimeOffset.MaxValue);

    public static Cursor At(DateTimeOffset time, Guid key = default) => new(time.ToUnixTimeMilliseconds(), key);

    public static Cursor NewestFirst(DateTimeOffset time, Guid key = default) => new(-time.ToUnixTimeMilliseconds(), key);

    public static Cursor Parse(string text) =>
        text.Split('_') is [var position, var key]
        && long.TryParse(position, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && Guid.TryParseExact(key, "N", out var guid)
            ? new(number, guid)
            : throw Refusal.BadRequest(Texts.Invalid("cursor"));

    public int CompareTo(Cursor other) => Position != other.Position ? Position.CompareTo(other.Position) : Key.CompareTo(other.Key);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Position}_{Key:N}");
}
