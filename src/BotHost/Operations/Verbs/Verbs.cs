using System.Text;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>
/// Operators' commands as verbs of the program. Where a host holds the store, it is asked to run them, because a file has one writer. A shared
/// store any process may write to; a host is asked all the same if one answers, so that it goes on at once with what it is given back.
/// </summary>
internal static class Verbs
{
    private const int HelpColumn = 40;

    /// <param name="app">A host that is built and not started: its settings and services.</param>
    /// <returns>0, or 1 where it could not be done; the reason is then in <paramref name="errors"/>.</returns>
    public static async Task<int> RunAsync(VerbLine line, WebApplication app, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var reply = line.IsHelp ? new AdminReply(true, true, Help()) : await BeginAsync(line, app.Services, cancellationToken).ConfigureAwait(false);
        for (var isFirst = true; reply is { Succeeded: true, Follow: { } follow }; isFirst = false)
        {
            // Once: what follows says nothing new until it is over.
            if (isFirst)
                await output.WriteLineAsync(reply.Text.TrimEnd()).ConfigureAwait(false);
            await Task.Delay(follow.After, app.Services.GetRequiredService<TimeProvider>(), cancellationToken).ConfigureAwait(false);
            reply = await BeginAsync(line with { Options = new Dictionary<string, string> { ["ticket"] = follow.Ticket } }, app.Services, cancellationToken).ConfigureAwait(false);
        }

        await (reply.Succeeded ? output : errors).WriteLineAsync(reply.Text.TrimEnd()).ConfigureAwait(false);
        return reply.Succeeded ? 0 : 1;
    }

    private static async Task<AdminReply> BeginAsync(VerbLine line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (command, values, problem) = line.Find();
        if (command is null)
            return AdminReply.None(problem!);
        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (StoreCare.MissingFile(storage) is { } missing)
            return AdminReply.None($"There is no store at {missing}. Start the host once, which makes it, or name another with --Storage:ConnectionString=\"Data Source=<file>\".");

        if (storage.Provider == StorageOptions.PostgreSql
            && await AdminClient.AskAsync(services, command, values, cancellationToken).ConfigureAwait(false) is { IsAnswered: true } reply)
            return reply;
        try
        {
            _ = services.GetRequiredService<Database>();
        }
        catch (StoreException e) when (e.IsInUse)
        {
            return await AdminClient.AskAsync(services, command, values, cancellationToken).ConfigureAwait(false);
        }

        var answer = await command.RunAsync(services, new AdminCall(Environment.UserName, values), cancellationToken).ConfigureAwait(false);
        return new AdminReply(true, answer.Outcome == AdminOutcome.Done, answer.ToText(), answer.Follow);
    }

    private static string Help()
    {
        var help = new StringBuilder("Without a verb the program runs the host. With one it does what operators need:\n\n");
        foreach (var command in AdminCommands.All)
            Add(help, command.Usage, command.Help);
        Add(help, "mcp", $"serves one AI agent over standard input and output; its key stands in {McpVerb.Key}");
        return help.Append("""

            Settings may follow, as the host takes them: --Storage:ConnectionString="Data Source=data/bothost.db".
            While a host runs, it is asked to do it: at Admin:Listen, with Admin:Token or Admin:TokenFile.
            """).ToString();
    }

    /// <summary>A long usage stands on a line of its own, so that the others need not be as wide.</summary>
    private static void Add(StringBuilder help, string usage, string does) =>
        help.AppendLine(usage.Length <= HelpColumn ? $"  {usage.PadRight(HelpColumn)}  {does}" : $"  {usage}\n  {"".PadRight(HelpColumn)}  {does}");
}
