namespace BotHost.Operations;

/// <summary>The host cannot start. The message is for the person who started it, and ends with what to do.</summary>
public sealed class StartupException(string message) : Exception(message);
