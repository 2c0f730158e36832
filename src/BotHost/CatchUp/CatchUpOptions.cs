using System.ComponentModel.DataAnnotations;

namespace BotHost.CatchUp;

/// <summary>How what Webex did not deliver is found. Section <c>CatchUp</c>.</summary>
public sealed class CatchUpOptions
{
    /// <summary>
    /// How often to look for messages that were lost though nothing seemed wrong: one list of rooms, and one of messages for each room in
    /// which something happened since. From one second to a day, or 0 for never. Default 1 hour.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "CatchUp:SweepEvery must lie between 00:00:00 (never) and 1.00:00:00.")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromHours(1);
}
