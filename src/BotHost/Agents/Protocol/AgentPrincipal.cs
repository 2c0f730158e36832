using System.Security.Claims;
using BotHost.Access;

namespace BotHost.Agents;

/// <summary>Who calls, as ASP.NET Core and the protocol pass it on. A session is bound to the name: another agent's request for it is refused.</summary>
internal sealed class AgentPrincipal(AgentProfile agent) : ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, agent.Name)], "Agent"))
{
    public AgentProfile Agent { get; } = agent;
}
