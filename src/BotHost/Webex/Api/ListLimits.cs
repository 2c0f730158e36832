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

    public static void Check(int? max, int? most = null)
    {
        if (max is null || (max >= 1 && !(max > most)))
            return;

        var range = most is null ? "at least 1" : $"1 to {most}";
        throw new ArgumentOutOfRangeException(nameof(max), max, $"A page of this list holds {range}. Leave max out, or set it within that range.");
    }
}
