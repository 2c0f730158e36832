using BotHost.Access;
using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>Changes what agents may do: in one transaction with the note of it, and in force before anybody is answered.</summary>
internal sealed class AgentChanges(AgentDirectory agents, Audit audit)
{
    public AgentBook Book => agents.Now();

    public async Task<AdminAnswer> RunAsync(AdminCall call, string action, string subject, Func<WriteSession, long, AdminAnswer> work, CancellationToken cancellationToken)
    {
        var answer = await audit.RunAsync(call, action, subject, work, agents.Forget, cancellationToken).ConfigureAwait(false);
        agents.Refresh();
        return answer;
    }

    /// <summary>A change of the agent that the call names, if there is one, and unless there is something against it.</summary>
    /// <param name="against">Says what is against it, or null.</param>
    public Task<AdminAnswer> OnAgentAsync(
        AdminCall call, string action, Func<AgentBook, AgentProfile, string?> against, Func<WriteSession, long, AdminAnswer> work, CancellationToken cancellationToken)
    {
        var book = Book;
        if (book.Find(call["agent"]!) is not { } agent)
            return Task.FromResult(NoSuch(call["agent"]!));
        return against(book, agent) is { } trouble ? Task.FromResult(AdminAnswer.Trouble(trouble)) : RunAsync(call, action, $"agent {agent.Name}", work, cancellationToken);
    }

    public static AdminAnswer NoSuch(string agent) => AdminAnswer.NotFound($"There is no agent '{agent}'. See `agent list`; to make one known: agent add <agent> --identity bot");
}
