namespace BotHost.Access;

/// <summary>What there is of the audit, and what is wrong with it.</summary>
internal sealed class AuditFindings
{
    private const int MostTroubles = 50;

    private readonly List<string> _troubles = [];

    /// <summary>Rows that are there, and those dropped because they had been kept long enough.</summary>
    public long Rows { get; set; }
    public long DroppedRows { get; set; }

    /// <summary>Rows whose details were erased, because they named somebody.</summary>
    public long Erased { get; set; }

    /// <summary>Segments that anybody could have written, because no key was used, and all of them.</summary>
    public int UnkeyedSegments { get; set; }
    public int Segments { get; set; }

    /// <summary>The last row; 0 and an empty hash before the first.</summary>
    public long LastNumber { get; set; }
    public string LastHash { get; set; } = "";

    /// <summary>How many there are; the first of them are <see cref="Told"/>.</summary>
    public int Troubles { get; private set; }

    public IReadOnlyList<string> Told => _troubles;

    public void Add(string trouble)
    {
        if (++Troubles <= MostTroubles)
            _troubles.Add(trouble);
    }
}
