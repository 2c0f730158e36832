using System.Text.Json;
using BotHost.Access;
using ModelContextProtocol.Protocol;

namespace BotHost.Agents;

/// <summary>
/// What can be read by an address. Each address stands for a call of a tool, so that it is judged, written down and bounded as that is; who may not
/// have the tool is not shown the address.
/// </summary>
internal sealed class AgentResources(ToolRegistry tools)
{
    private const string Scheme = "webex://";

    private static readonly (string Path, string Tool, string Name, string Description)[] All =
    [
        ("me", GetMe.Tool.Name, "You", "The account you act as in Webex."),
        ("spaces", GetSpace.Tool.Name, "Spaces", "The spaces you are in, most recently active first."),
        ("spaces/{roomId}", GetSpace.Tool.Name, "A space", "One space."),
        ("spaces/{roomId}/messages", GetMessage.Tool.Name, "Messages of a space", "The newest messages of a space."),
        ("spaces/{roomId}/members", GetMembership.Tool.Name, "Members of a space", "Who is in a space."),
        ("spaces/{roomId}/threads/{parentId}", GetThread.Tool.Name, "A thread", "The first message of a thread and its answers."),
        ("people/{personId}", GetPerson.Tool.Name, "A person", "What Webex tells of a person."),
        ("teams", ListTeams.Tool.Name, "Teams", "The teams you are in."),
    ];

    public IEnumerable<Resource> Listed(AgentProfile agent) => ShownTo(agent).Where(one => !one.Path.Contains('{')).Select(one => new Resource
    {
        Uri = Scheme + one.Path, Name = one.Name, Description = one.Description, MimeType = "application/json",
    });

    public IEnumerable<ResourceTemplate> Templates(AgentProfile agent) => ShownTo(agent).Where(one => one.Path.Contains('{')).Select(one => new ResourceTemplate
    {
        UriTemplate = Scheme + one.Path, Name = one.Name, Description = one.Description, MimeType = "application/json",
    });

    /// <summary>The call an address stands for; null where it stands for none.</summary>
    public (AgentTool Tool, IDictionary<string, JsonElement> Arguments)? Find(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        var asked = uri[Scheme.Length..].Split('/');
        foreach (var (path, tool, _, _) in All)
        {
            if (Match(path.Split('/'), asked) is { } arguments)
                return (tools.Find(tool)!, arguments);
        }

        return null;
    }

    private static Dictionary<string, JsonElement>? Match(string[] template, string[] asked)
    {
        if (template.Length != asked.Length)
            return null;
        var arguments = new Dictionary<string, JsonElement>();
        foreach (var (part, value) in template.Zip(asked))
        {
            if (part is ['{', .. var name, '}'] && value.Length > 0)
                arguments[name] = JsonSerializer.SerializeToElement(Uri.UnescapeDataString(value));
            else if (part != value)
                return null;
        }

        return arguments;
    }

    private IEnumerable<(string Path, string Tool, string Name, string Description)> ShownTo(AgentProfile agent) =>
        All.Where(one => tools.Find(one.Tool) is { } tool && tools.IsListed(agent, tool));
}
