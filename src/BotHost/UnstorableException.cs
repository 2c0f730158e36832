namespace BotHost;

/// <summary>A value that no text column can hold, or that is too long for its index. Saying it again does not help: keep what carried it as bytes.</summary>
public sealed class UnstorableException(string message, Exception? inner = null) : Exception(message, inner);
