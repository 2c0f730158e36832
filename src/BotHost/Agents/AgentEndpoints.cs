using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>The agents' addresses on the public listener; none where <c>Agents:Enabled</c> is not set.</summary>
internal static class AgentEndpoints
{
    public const string Mcp = "/mcp";

    /// <summary>Who calls is asked between finding the endpoint and running it.</summary>
    public static void UseAgents(this WebApplication app)
    {
        if (AgentServices.AreEnabled(app.Configuration))
            app.UseMiddleware<AgentDoor>();
    }

    public static void MapAgents(this WebApplication app)
    {
        if (!AgentServices.AreEnabled(app.Configuration))
            return;
        app.MapMcp(Mcp).WithMetadata(new AgentsOnly());
        foreach (var path in (string[])[ResourceMetadata.Path, ResourceMetadata.Path + Mcp])
            app.MapGet(path, (ResourceMetadata metadata) => metadata.Document());
    }
}
