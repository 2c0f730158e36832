using WebexSimulator.Http;
using WebexSimulator.Meetings;
using WebexSimulator.Model;

namespace WebexSimulator.Transcripts;

/// <summary>What ended meetings came to: for their host and whoever was invited to read, for the host to delete.</summary>
internal static class SummariesApi
{
    public static void MapSummaries(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var summaries = new Rules(services.GetRequiredService<World>(), services.GetRequiredService<MeetingSight>(), services.GetRequiredService<SimulatorSwitches>());
        api.Get("/meetingSummaries", call => Answers.Ok(summaries.List(call.Caller, call.Query("meetingId") ?? throw Refusal.BadRequest(Texts.Required("meetingId")))));
        api.Delete("/meetingSummaries/{summaryId}", call => summaries.Delete(call.Caller, call.Path("summaryId")));
    }

    private sealed class Rules(World world, MeetingSight sight, SimulatorSwitches switches)
    {
        public ListBody<SummaryBody> List(Person caller, string meetingId)
        {
            lock (world.Gate)
            {
                var named = sight.ToRead(caller, meetingId);
                if (named.Instance is not { IsOver: true } instance) throw Refusal.BadRequest(Texts.OnlyEnded);
                return new([.. world.Meetings.Summaries.Values.Where(summary => summary.InstanceKey == instance.Key && !summary.IsDeleted)
                    .Select(summary => SummaryBody.Of(summary, named.Id(switches)))]);
            }
        }

        public void Delete(Person caller, string id)
        {
            lock (world.Gate)
            {
                if (!Guid.TryParseExact(id, "D", out var key) || !world.Meetings.Summaries.TryGetValue(key, out var summary) || summary.IsDeleted) throw Refusal.NotFound();
                var state = world.Meetings.All[summary.MeetingKey];
                if (!sight.Sees(caller, state)) throw Refusal.NotFound();
                if (!state.IsHostedBy(caller)) throw Refusal.Forbidden(Texts.HostsOnly);
                world.Meetings.Summaries[key] = summary with { IsDeleted = true };
            }
        }
    }
}

internal sealed record SummaryBody(string Id, string MeetingId, string Status, SummaryText Notes, IReadOnlyList<SummaryText> ActionItems)
{
    public static SummaryBody Of(MeetingSummary summary, string meetingId) =>
        new(summary.Key.ToString(), meetingId, "available", new(summary.Notes), [.. summary.ActionItems.Select(item => new SummaryText(item))]);
}

internal sealed record SummaryText(string Content);
