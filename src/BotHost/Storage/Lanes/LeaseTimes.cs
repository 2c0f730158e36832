namespace BotHost.Storage;

/// <summary>How long a lane of a shared store belongs to a host that gives no sign of life.</summary>
/// <param name="Lease">By the server's clock, from each sign of life on. Then another host may take the lane.</param>
/// <param name="Poll">How often a host looks for work nobody told it of.</param>
internal sealed record LeaseTimes(TimeSpan Lease, TimeSpan Poll)
{
    public static readonly LeaseTimes Default = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));

    /// <summary>How often a host gives a sign of life: one may be missed.</summary>
    public TimeSpan Renewal => Lease / 3;

    /// <summary>A host counts itself out before others do, by its own clock, from before it gave the sign.</summary>
    public TimeSpan Trust => Lease * 0.8;
}
