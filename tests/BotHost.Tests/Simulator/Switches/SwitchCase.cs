namespace BotHost.Tests.Simulator.Switches;

/// <summary>A switch of the simulator, and what is seen with it each way.</summary>
/// <param name="Setting">The other way than the default one.</param>
/// <param name="Look">Does what the switch is about, and says what came of it.</param>
internal sealed record SwitchCase(string Name, string Setting, object ByDefault, object Otherwise, Func<LocalWebex, Task<object>> Look);
