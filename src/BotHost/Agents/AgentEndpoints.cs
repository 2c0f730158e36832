using BotHost.Access;

namespace BotHost.Agents;

/// <summary>The agents' addresses on the public listener; none where <c>Agents:Enabled</c> is not set.</summary>
internal static class AgentEndpoints
{
    /// <summary>Who calls is asked between finding the endpoint and running it.</summary>
    public static void UseAgents(this WebApplication app)
    {
        if (McpServices.AreEnabled(app.Configuration))
            app.UseMiddleware<AgentDoor>();
    }

    public static void MapAgents(this WebApplication app)
    {
        if (!McpServices.AreEnabled(app.Configuration))
            return;
        app.MapMcp(AgentAuthorization.Path).WithMetadata(new AgentsOnly());
        foreach (var path in (string[])[ResourceMetadata.Path, ResourceMetadata.Path + AgentAuthorization.Path])
            app.MapGet(path, (ResourceMetadata metadata) => metadata.Document());
    }
}
