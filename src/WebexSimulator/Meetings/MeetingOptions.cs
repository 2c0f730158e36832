namespace WebexSimulator.Meetings;

/// <summary>Meetings, section <c>Simulator:Meetings</c>.</summary>
public sealed class MeetingOptions
{
    /// <summary>How many meetings somebody may schedule in 24 hours. At least 1. Default 100, as documented.</summary>
    public int PerDay { get; set; } = 100;

    /// <summary>The same for an administrator. At least 1. Default 3,000, as documented.</summary>
    public int PerDayOfAdministrators { get; set; } = 3_000;

    /// <summary>How many of an administrator's may be one person's. At least 1. Default 800, as documented.</summary>
    public int PerDayOfAdministratorsForOne { get; set; } = 800;

    /// <summary>
    /// Meetings are held by themselves: the host and everybody invited come when they begin, and go when they end. Default false: nobody
    /// comes unless a control brings him, and a meeting nobody comes to is missed.
    /// </summary>
    public bool AreHeld { get; set; }

    internal IEnumerable<string> Errors()
    {
        if (PerDay < 1) yield return "Simulator:Meetings:PerDay must be at least 1.";
        if (PerDayOfAdministrators < 1) yield return "Simulator:Meetings:PerDayOfAdministrators must be at least 1.";
        if (PerDayOfAdministratorsForOne < 1) yield return "Simulator:Meetings:PerDayOfAdministratorsForOne must be at least 1.";
    }
}
