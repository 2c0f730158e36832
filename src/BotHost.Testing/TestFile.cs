namespace BotHost.Testing;

/// <summary>A file of a message.</summary>
/// <param name="Name">As people see it.</param>
/// <param name="ContentType">Such as <c>text/csv</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record TestFile(string Name, string? ContentType, byte[] Content);
