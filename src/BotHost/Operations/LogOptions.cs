namespace BotHost.Operations;

/// <summary>What the log looks like. Section <c>Log</c>.</summary>
public sealed class LogOptions
{
    /// <summary><c>Text</c>, the default, for people; <c>Json</c>, one object a line, for machines.</summary>
    public string Format { get; set; } = "Text";

    /// <summary>A word on each line of text, where several programs share a console. Default none.</summary>
    public string? Program { get; set; }
}
