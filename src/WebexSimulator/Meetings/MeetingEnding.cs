using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>Ends a meeting that is on: for its host, a co-host, or a compliance officer of the organisation.</summary>
internal sealed class MeetingEnding(World world, MeetingSight sight, MeetingHolding holding)
{
    public void End(Person caller, string id, Fields? body)
    {
        _ = body?.Text("reason");
        lock (world.Gate)
        {
            var named = sight.Find(id) is { } found && IsOverseenBy(caller, found.State) ? found : sight.ToRead(caller, id);
            if (!IsOverseenBy(caller, named.State) && !named.State.IsHostedBy(caller) && !named.State.IsCoHostedBy(caller)) throw Refusal.Forbidden(Texts.HostsOnly);
            holding.End(caller, named.State, named.Running ?? throw Refusal.BadRequest(Texts.NotInProgress));
        }
    }

    private static bool IsOverseenBy(Person caller, MeetingState state) => caller.IsComplianceOfficer && state.Meeting.Host.OrganisationKey == caller.OrganisationKey;
}
