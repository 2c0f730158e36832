using WebexSimulator.Model;

namespace WebexSimulator.Memberships;

/// <summary>A membership on the wire. A webhook carries all of it but <c>isRoomHidden</c>, which is nobody else's business.</summary>
internal sealed record MembershipBody(
    string Id, string RoomId, string RoomType, string PersonId, string PersonEmail, string PersonDisplayName, string PersonOrgId,
    bool IsModerator, bool IsMonitor, bool? IsRoomHidden, DateTimeOffset Created)
{
    public static MembershipBody Of(Membership membership) => Data(membership) with { IsRoomHidden = membership.IsRoomHidden };

    public static MembershipBody Data(Membership membership) => new(
        membership.Id, WebexId.Room(membership.RoomKey), membership.IsDirect ? "direct" : "group",
        membership.Person.Id, membership.Person.Email, membership.Person.DisplayName, membership.Person.OrganisationId,
        membership.IsModerator, IsMonitor: false, null, membership.Created);
}
