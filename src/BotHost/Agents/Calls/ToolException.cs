namespace BotHost.Agents;

/// <summary>A call that cannot be carried out as it is. The message is for the agent, and ends with what to do next.</summary>
internal sealed class ToolException(string message) : Exception(message);
