using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Agents;

internal static class WaitForReply
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static AgentTool Tool { get; } = new AgentTool<Input>("wait-for-reply", AgentResource.Messages, AgentLevel.Read)
    {
        Title = "Wait for a reply",
        Description = "Waits for the next message of somebody else after a given one: in the thread parentId of a space, or in a direct space. A bot sees only messages that mention it in a space of "
            + "several people. Where none came in time, replied is false: repeat the same call to go on waiting.",
        About = (input, call) => call with { Room = input.RoomId, Subject = input.AfterMessageId.Value },
        Run = WaitAsync,
    };

    private static async Task<ToolOutput> WaitAsync(Input input, ToolContext context, CancellationToken cancellationToken)
    {
        var (time, options) = (context.Services.GetRequiredService<TimeProvider>(), context.Services.GetRequiredService<IOptions<PeopleOptions>>().Value);
        var most = options.Wait(input.TimeoutSeconds);
        using var place = context.Services.GetRequiredService<RequestWaits>().Enter(context.Agent.Name);
        var after = await context.Webex.Messages.GetAsync(input.AfterMessageId, cancellationToken).ConfigureAwait(false);
        if (after.RoomId != input.RoomId)
            throw new ToolException("That message is not in that space. Give roomId and afterMessageId of the same space.");
        var me = await context.Webex.People.GetMeAsync(cancellationToken).ConfigureAwait(false);
        var mentioned = await context.MentionedAsync(input.RoomId, mentionsMe: false, cancellationToken).ConfigureAwait(false);
        var began = time.GetTimestamp();
        while (true)
        {
            var reply = await context.Webex.Messages.ListAsync(input.RoomId, input.ParentId, mentioned, max: 50, cancellationToken: cancellationToken)
                .TakeWhile(message => message.Created >= after.Created && message.Id != after.Id)
                .Where(message => message.PersonId != me.Id)
                .LastOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            // What was given may have been taken back while it waited.
            if (!await context.SeesAsync(context.Call, cancellationToken).ConfigureAwait(false))
                throw new ToolException("You may not read there any more. Do not wait again; tell the person you work for.");
            if (reply is not null)
                return ToolOutput.Of(new { replied = true, message = reply });
            if (time.GetElapsedTime(began) >= most)
                return ToolOutput.Of(new { replied = false });
            context.Progress?.Report("Waiting for a reply.");
            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    internal sealed record Input(
        [Description("The space.")] RoomId RoomId,
        [Description("The message after which a reply counts.")] MessageId AfterMessageId,
        [Description("Only replies in this thread.")] MessageId? ParentId = null,
        [Description("How long this call waits, in seconds; at most what the host allows.")] int? TimeoutSeconds = null);
}
