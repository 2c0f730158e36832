namespace BotHost.Storage;

/// <summary>Values in the spelling both engines hold alike: yes and no are 1 and 0, and text has no U+0000, which PostgreSQL's does not take.</summary>
internal static class ColumnValue
{
    /// <exception cref="UnstorableException">A text holds U+0000.</exception>
    public static object From(object? value) => value switch
    {
        null => DBNull.Value,
        bool flag => flag ? 1L : 0L,
        string text when text.Contains('\0', StringComparison.Ordinal) =>
            throw new UnstorableException("A text with the character U+0000 cannot be stored. Keep what carried it as bytes, in quarantine."),
        _ => value,
    };
}
