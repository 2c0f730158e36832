namespace BotHost.Webex;

/// <summary>How many items Webex puts on one page. It shortens a larger wish in silence; here it is told.</summary>
internal static class ListLimits
{
    public const int Rooms = 1000;

    /// <summary>Messages that mention the caller.</summary>
    public const int Mentions = 100;

    /// <summary>People with their calling data.</summary>
    public const int CallingData = 100;

    /// <summary>People of one location.</summary>
    public const int OfLocation = 50;

    /// <summary>Ids in one look-up of people.</summary>
    public const int PersonIds = 85;

    /// <summary>Meetings, and whatever belongs to one.</summary>
    public const int Meetings = 100;

    /// <summary>What happened in an organisation.</summary>
    public const int Events = 1000;

    /// <summary>What administrators did.</summary>
    public const int AuditEvents = 200;

    public static void CheckRange(DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from > to)
            throw new ArgumentException("The range ends before it begins. Set from to the earlier time.");
    }

    public static void Check(int? max, int? most = null)
    {
        if (max is null || (max >= 1 && !(max > most)))
            return;

        var range = most is null ? "at least 1" : $"1 to {most}";
        throw new ArgumentOutOfRangeException(nameof(max), max, $"A page of this list holds {range}. Leave max out, or set it within that range.");
    }
}
