using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Compliance;

/// <summary><c>/events</c>: what happened in an organisation, for its compliance officers.</summary>
internal static class EventsApi
{
    private const string Recordings = "convergedRecordings";

    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var (world, log, sight) = (services.GetRequiredService<World>(), services.GetRequiredService<EventLog>(), services.GetRequiredService<Sight>());
        var oldestFirst = services.GetRequiredService<SimulatorSwitches>().EventsAreOldestFirst;
        api.Get("/events", call =>
        {
            Demand(call);
            var (query, page) = (EventQuery.Read(call, world.Now()), call.Page(standard: 100, ceiling: 1000));
            lock (world.Gate)
            {
                var actor = call.Query("actorId") is { } id ? sight.Read("PEOPLE", id) ?? Guid.Empty : (Guid?)null;
                var wanted = log.All.Where(happened => IsOf(call, happened) && query.Wants(happened) && (actor is null || happened.ActorKey == actor));
                return Answers.List(page.Sorted(wanted, happened => new Cursor(oldestFirst ? happened.Number : -happened.Number, default))
                    .Select(happened => EventBody.Of(happened, call.Caller.OrganisationId, call.BaseUrl)));
            }
        });
        api.Get("/events/{eventId}", call =>
        {
            Demand(call);
            lock (world.Gate)
            {
                return sight.Read("EVENT", call.Path("eventId")) is { } key && log.All.FirstOrDefault(one => one.Key == key && IsOf(call, one)) is { } happened
                    ? Answers.Ok(EventBody.Of(happened, call.Caller.OrganisationId, call.BaseUrl))
                    : throw Refusal.NotFound();
            }
        });
    }

    private static void Demand(ApiCall call)
    {
        if (!call.Caller.IsComplianceOfficer) throw Refusal.Forbidden(Texts.ComplianceOnly);
    }

    private static bool IsOf(ApiCall call, ComplianceEvent happened) => happened.Organisations.Contains(call.Caller.OrganisationKey);

    /// <summary>Which events. Both times belong to what is wanted.</summary>
    private sealed record EventQuery(string? Resource, string? Type, DateTimeOffset? From, DateTimeOffset? To)
    {
        public static EventQuery Read(ApiCall call, DateTimeOffset now)
        {
            var query = new EventQuery(One(call, "resource", EventLog.Resources), One(call, "type", EventLog.Types), call.QueryTime("from"), call.QueryTime("to"));
            if (query.To > now) throw Refusal.BadRequest(Texts.Invalid("to"));
            if (query.From > (query.To ?? now)) throw Refusal.BadRequest(Texts.Invalid("from"));
            // The one resource that has services, and must say which.
            if ((call.Query("serviceType") is "calling") != (query.Resource is Recordings)) throw Refusal.BadRequest(Texts.Invalid("serviceType"));
            if (call.Query("serviceType") is not (null or "calling")) throw Refusal.BadRequest(Texts.Invalid("serviceType"));
            return query;
        }

        public bool Wants(ComplianceEvent happened) =>
            (Resource is null || happened.Resource == Resource) && (Type is null || happened.Type == Type)
            && (From is null || happened.Created >= From) && (To is null || happened.Created <= To);

        private static string? One(ApiCall call, string name, IReadOnlySet<string> allowed) =>
            call.Query(name) is not { } value || allowed.Contains(value) ? call.Query(name) : throw Refusal.BadRequest(Texts.Invalid(name));
    }
}
