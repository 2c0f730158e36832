namespace BotHost.Tests.Simulator.Refusals;

/// <summary>A call that is not granted.</summary>
/// <param name="Status">What it is answered with. 200 is a list with nothing in it, which is how Webex says no there.</param>
/// <param name="Text">Webex's words; null where nobody knows them, or where there are none.</param>
/// <param name="Instead">Properties with the values that differ from those of the operation's right call.</param>
/// <param name="By">Whoever calls.</param>
/// <param name="Method">In place of the operation's own.</param>
/// <param name="Body">In place of the right one, as it is sent.</param>
/// <param name="ContentType">Of that.</param>
internal sealed record Wrong(
    int Status, string? Text, object Instead, string By, string? Method = null, string? Body = null, string ContentType = "application/json")
{
    public IReadOnlyDictionary<string, object> Values { get; } =
        Instead as IReadOnlyDictionary<string, object>
        ?? Instead.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(Instead)!);
}
