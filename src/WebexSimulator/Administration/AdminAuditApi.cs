using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.People;

namespace WebexSimulator.Administration;

/// <summary><c>GET /adminAudit/events</c>: what administrators did, newest first; not more than a year of it at once.</summary>
internal static class AdminAuditApi
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(366);

    public static void MapAdminAudit(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var (world, office, trail) = (services.GetRequiredService<World>(), services.GetRequiredService<Office>(), services.GetRequiredService<AuditTrail>());
        api.Get("/adminAudit/events", call =>
        {
            var orgId = call.Query("orgId") ?? throw Refusal.BadRequest(Texts.Required("orgId"));
            var from = call.QueryTime("from") ?? throw Refusal.BadRequest(Texts.Required("from"));
            var to = call.QueryTime("to") ?? throw Refusal.BadRequest(Texts.Required("to"));
            if (to < from || to - from > Most) throw Refusal.BadRequest(Texts.Invalid("to"));
            var (actorId, page) = (call.Query("actorId"), call.Page(standard: 100, ceiling: 200));
            lock (world.Gate)
            {
                var organisation = Office.DemandOrganisation(office.Demand(call), orgId);
                var wanted = trail.All.Index().Where(entry =>
                    entry.Item.OrganisationKey == organisation && entry.Item.Created >= from && entry.Item.Created <= to
                    && (actorId is null || entry.Item.Actor.Id == actorId));
                return Answers.List(page.Sorted(wanted, entry => new Cursor(-entry.Index, default))
                    .Select(entry => AuditBody.Of(entry.Item, office.Organisation(organisation))));
            }
        });
    }
}

internal sealed record AuditBody(string Id, string ActorId, string ActorOrgId, DateTimeOffset Created, AuditData Data)
{
    public static AuditBody Of(AuditEntry entry, Organisation organisation) => new(
        WebexId.AuditEvent(entry.Key), entry.Actor.Id, organisation.Id, entry.Created,
        new(organisation.DisplayName, entry.TargetName, entry.Action, entry.Actor.DisplayName, entry.Actor.Email, [.. PersonRoles.Of(entry.Actor)], entry.Tracking,
            entry.TargetType, entry.TargetId, entry.Category, $"{entry.Actor.DisplayName}: {entry.Action} ({entry.TargetName}).", organisation.Id, organisation.DisplayName));
}

internal sealed record AuditData(
    string ActorOrgName, string TargetName, string EventDescription, string ActorName, string ActorEmail, IReadOnlyList<string> AdminRoles, string TrackingId,
    string TargetType, string TargetId, string EventCategory, string ActionText, string TargetOrgId, string TargetOrgName);
