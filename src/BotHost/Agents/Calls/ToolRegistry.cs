using BotHost.Access;

namespace BotHost.Agents;

/// <summary>The tools there are, and who is shown which.</summary>
internal sealed class ToolRegistry(IEnumerable<AgentTool> tools, AgentGate gate)
{
    private readonly Dictionary<string, AgentTool> _tools = tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);

    public IEnumerable<AgentTool> All => _tools.Values;

    public AgentTool? Find(string name) => _tools.GetValueOrDefault(name);

    public bool IsListed(AgentProfile agent, AgentTool tool) => gate.Lists(agent, tool.Name, tool.Resource, tool.Level);

    public IEnumerable<AgentTool> ListedTo(AgentProfile agent) => All.Where(tool => IsListed(agent, tool));
}
