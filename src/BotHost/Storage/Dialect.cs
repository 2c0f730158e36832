namespace BotHost.Storage;

/// <summary>How an engine spells what SQL spells differently everywhere. Integers are <c>BIGINT</c>, text is <c>TEXT</c> on all.</summary>
/// <param name="Identity">The type of a key that the database draws itself, always growing: <c>{identity}</c>.</param>
/// <param name="Blob">The type of bytes: <c>{blob}</c>.</param>
/// <param name="EventOrder">The columns by which open events are found: <c>{event_order}</c>.</param>
/// <param name="BeginMoment">Begins a transaction that sees one moment and holds nobody up.</param>
internal sealed record Dialect(string Identity, string Blob, string EventOrder, string BeginMoment)
{
    public string Spell(string sql) => sql
        .Replace("{identity}", Identity, StringComparison.Ordinal)
        .Replace("{blob}", Blob, StringComparison.Ordinal)
        .Replace("{event_order}", EventOrder, StringComparison.Ordinal);
}
