using ModelContextProtocol.Server;

namespace BotHost.Agents;

/// <summary>
/// Tells every open session that its tools may have changed. Its own tools come from <see cref="AgentServer"/>, because they differ from agent
/// to agent; the protocol's library announces a change of this list, so this one changes without holding anything.
/// </summary>
internal sealed class AgentToolList : McpServerPrimitiveCollection<McpServerTool>
{
    public void Announce() => RaiseChanged();
}
