using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace BotHost.Tests.Architecture;

/// <summary>What waits can be told to stop waiting.</summary>
public sealed class CancellationTests
{
    /// <summary>Written down after the fact: what was done is done, and a token could only lose the note of it.</summary>
    private static readonly string[] MustNotBeCancelled =
    [
        "EffectOutbox.SentAsync", "EffectOutbox.GiveUpAsync", "EffectOutbox.AgainAsync", "EffectOutbox.LeaveOpenAsync", "EffectOutbox.EndAsync",
        "AgentAudit.EndedAsync", "TurnJournal.IntendAsync", "TurnJournal.EndAsync", "TurnJournal.SettlesAsync", "TurnJournal.WithdrawAsync", "Attempts.EndAsync", "Writer.CommitAsync",
        // The turn's own token is the context's.
        "BotContext.OnceAsync",
        // The decision's own token is the view's.
        "AgentCallView.DirectAsync", "AgentCallView.TeamsAsync", "AgentCallView.PersonAsync", "AgentCallView.PersonOfAsync", "AgentCallView.FindPersonAsync",
        "AgentCallView.ConcernedAsync", "AgentCallView.InvitedAsync",
        // Nothing waits there: the turn ends, or goes on with an answer that is known.
        "BotContext.AskAsync", "BotContext.AskFormAsync",
    ];

    [Fact]
    public void Every_async_method_takes_a_token_last()
    {
        var without = typeof(BotHostApp).Assembly.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.DeclaringType?.IsDefined(typeof(CompilerGeneratedAttribute)) != true)
            .Where(type => !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.Name.Contains('<') && !method.Name.StartsWith("get_", StringComparison.Ordinal) && IsAwaitable(method.ReturnType))
            .Where(method => method.Name is not ("DisposeAsync" or "ExecuteAsync" or "SendAsync" or "SerializeToStreamAsync") || !method.IsVirtual)
            .Where(method => !method.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken) || Carries(p.ParameterType)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Except(MustNotBeCancelled);

        without.ShouldBeEmpty();
    }

    /// <summary>What has a token in it, or is under way already with one.</summary>
    private static bool Carries(Type type) =>
        type == typeof(HttpContext) || type == typeof(BotHost.Bot.BotContext) || type == typeof(BotHost.Access.AgentCallView) || type == typeof(object) || IsAwaitable(type)
        || type.Name.StartsWith("OnRetryArguments", StringComparison.Ordinal);

    private static bool IsAwaitable(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)
            || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
}
