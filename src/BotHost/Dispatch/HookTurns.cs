using System.Net;
using System.Text.Json.Nodes;
using BotHost.Access;
using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>What somebody sent to a hook, posted into its space. No handler runs, and nobody waits: it goes behind what people wait for.</summary>
internal sealed class HookTurns(HookLedger hooks, WebexClient webex, Replies replies, TimeProvider time)
{
    public async Task<Verdict> RunAsync(QueuedEvent queued, string id, CancellationToken cancellationToken)
    {
        if (hooks.Find(id) is not { EndedAt: null } hook)
            return Verdict.Handled("The hook was removed, or ended.");
        var room = new RoomId(hook.Room);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (!await IsThereAsync(room, cancellationToken).ConfigureAwait(false))
            return Verdict.Handled("The bot is not in the hook's space any more: the hook ended.") with { Also = session => HookLedger.End(session, id, now) };

        var template = hook.Template is { } text && HookTemplate.TryParse(text, out var parsed, out _) ? parsed : null;
        var drafts = replies.Draft(new Place(room, IsDirect: false, Thread: null, Asker: default), [HookTexts.Of(hook.Name, template, JsonNode.Parse(HookEvent.SentOf(queued)))]);
        return Verdict.Handled("A hook: posted") with
        {
            Effects = [.. drafts.Effects.Select(effect => effect with { Priority = WebexPriority.Bulk })],
            Also = session => HookLedger.Posted(session, id, now),
        };
    }

    /// <summary>Webex has no such room for a bot that is not in it. Any other refusal says nothing about that.</summary>
    private async Task<bool> IsThereAsync(RoomId room, CancellationToken cancellationToken)
    {
        try
        {
            await webex.Bulk.Rooms.GetAsync(room, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (WebexException e) when (e.Status is HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (WebexException e) when (e.Status is HttpStatusCode.Forbidden)
        {
            return true;
        }
    }
}
