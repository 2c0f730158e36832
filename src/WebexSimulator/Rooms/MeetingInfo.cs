using WebexSimulator.Model;

namespace WebexSimulator.Rooms;

/// <summary>
/// What is left of a room's meeting details: an empty object, as observed since the operation's end of life. By a switch, what it
/// answered before.
/// </summary>
internal sealed record MeetingInfo(
    string? RoomId, string? MeetingLink, string? SipAddress, string? MeetingNumber, string? MeetingId, string? CallInTollFreeNumber, string? CallInTollNumber)
{
    private const string Site = "local.webex.example";

    public static MeetingInfo Of(RoomState state, SimulatorSwitches switches)
    {
        if (!switches.MeetingInfoIsFilled) return new(null, null, null, null, null, null, null);
        var number = (100_000_000 + (uint)state.Room.Key.GetHashCode() % 900_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(
            state.Room.Id, $"https://{Site}/m/{state.Room.Key}", $"{number}@{Site}", number, state.Room.Key.ToString("N"), "+1-855-555-0100", "+1-555-555-0100");
    }
}
