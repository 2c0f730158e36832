namespace BotHost.Access;

/// <summary>Resources and levels as settings spell them, and as sentences say them.</summary>
internal static class AgentWords
{
    private static readonly Dictionary<string, AgentResource> Resources = Enum.GetValues<AgentResource>().ToDictionary(Of, StringComparer.Ordinal);
    private static readonly Dictionary<string, AgentLevel> Levels = Enum.GetValues<AgentLevel>().ToDictionary(Of, StringComparer.Ordinal);

    public static string AllResources { get; } = string.Join(", ", Resources.Keys);

    public static string Of(AgentResource resource) => resource == AgentResource.TeamMemberships ? "team-memberships" : resource.ToString().ToLowerInvariant();

    public static string Of(AgentLevel level) => level.ToString().ToLowerInvariant();

    public static bool TryResource(string text, out AgentResource resource) => Resources.TryGetValue(text, out resource);

    public static bool TryLevel(string text, out AgentLevel level) => Levels.TryGetValue(text, out level);

    /// <summary>What is done, for a sentence: <c>deleting messages</c>.</summary>
    public static string Doing(AgentResource resource, AgentLevel level) => (resource, level) switch
    {
        (AgentResource.Messages, AgentLevel.Use) => "writing messages",
        (AgentResource.Commands, >= AgentLevel.Use) => "running the bot's commands",
        (AgentResource.Commands, _) => "seeing the bot's commands",
        (AgentResource.Host, <= AgentLevel.Read) => "looking into this host",
        (AgentResource.Host, _) => "operating this host",
        (_, AgentLevel.Full) => $"deleting {Thing(resource)}",
        (_, AgentLevel.Use) => $"making or changing {Thing(resource)}",
        _ => $"reading {Thing(resource)}",
    };

    /// <summary>A name of an agent or a grant, which ends up in logs and in people's mouths: lower case letters, digits, hyphens.</summary>
    public static bool IsName(string? text) =>
        text is { Length: >= 1 and <= 64 } && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public const string NameRule = "is no name: 1 to 64 lower case letters, digits and hyphens, a letter first";

    private static string Thing(AgentResource resource) => Of(resource).Replace('-', ' ');
}
