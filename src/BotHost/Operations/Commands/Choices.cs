namespace BotHost.Operations;

/// <summary>What commands share in reading what was said and in saying what is stored.</summary>
internal static class Choices
{
    private const int MostRows = 1000;

    public const string LimitRange = "The limit must lie between 1 and 1000.";

    /// <summary>False where a text is given that names no state.</summary>
    public static bool TryState<T>(string? text, out T? state) where T : struct, Enum
    {
        state = Enum.GetValues<T>().Where(value => Name(value).Equals(text, StringComparison.OrdinalIgnoreCase)).Select(value => (T?)value).FirstOrDefault();
        return string.IsNullOrEmpty(text) || state is not null;
    }

    /// <summary>50 where nothing is said.</summary>
    public static bool TryLimit(AdminCall call, out int limit)
    {
        var number = call["limit"] is null ? 50 : call.Number("limit") ?? 0;
        limit = (int)Math.Min(number, MostRows);
        return number is >= 1 and <= MostRows;
    }

    public static string Name<T>(T state) where T : struct, Enum => state.ToString().ToLowerInvariant();

    public static DateTimeOffset? Time(long? stored) => stored is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
