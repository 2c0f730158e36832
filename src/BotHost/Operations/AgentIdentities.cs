using BotHost.Access;
using BotHost.Identities;

namespace BotHost.Operations;

/// <summary>
/// Refuses to start where the settings have an agent act as somebody they give no means to act as. An agent of the store, and one whose person has not
/// consented or does not any more, is refused when it calls: people consent while the host runs.
/// </summary>
internal sealed class AgentIdentities(AgentDirectory agents, IdentityClients identities) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        foreach (var agent in agents.List().Where(agent => agent.IsConfigured))
        {
            try
            {
                await identities.PrepareAsync(agent.Identity, cancellationToken).ConfigureAwait(false);
            }
            catch (IdentityUnavailableException e)
            {
                problems.Add($"  - Agents:Named:{agent.Name}:Identity is {agent.Identity}, and: {e.Message}");
            }
        }

        if (problems.Count > 0)
            throw new StartupException(string.Join(Environment.NewLine, problems.Prepend("Agents act as whom this host cannot call Webex:")));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
