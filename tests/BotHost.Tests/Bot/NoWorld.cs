using BotHost.Bot;

namespace BotHost.Tests.Bot;

/// <summary>Webex is not there: whoever calls it fails the test.</summary>
internal sealed class NoWorld : ISpaces, IMemberships, IPeople, IMessages, IStateRows, ISchedule, ITeams, IHooks, IMeetings
{
    public static readonly NoWorld Instance = new();

    public Task<Space> CreateAsync(string title, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Space?> ReadAsync(RoomId room, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Space>> ListMineAsync(string? title, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Space>> ListAllAsync(string? title, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Space> RenameAsync(RoomId room, string title, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteAsync(RoomId room, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SpaceChoice> PickAsync(string? title, SpaceRight right, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SpaceChoice> PickAsync(RoomId room, SpaceRight right, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Member> AddAsync(RoomId room, PersonRef person, bool moderator, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Member> PromoteAsync(MembershipId membership, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveAsync(MembershipId membership, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Member>> ListAsync(RoomId room, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Member?> FindAsync(RoomId room, PersonRef person, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Nobody is known, so times are those of UTC.</summary>
    public Task<PersonProfile?> ReadAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult<PersonProfile?>(null);

    public Task<PersonProfile?> FindByEmailAsync(string email, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<byte[]?> ReadAsync(string owner, string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Write(string owner, string name, byte[]? json) => throw new NotSupportedException();

    public string In(TimeSpan delay, string route, object? data) => throw new NotSupportedException();

    public string At(DateTimeOffset time, string route, object? data) => throw new NotSupportedException();

    public string Every(string cron, string timeZone, string route, object? data) => throw new NotSupportedException();

    public Task<ISchedule> ForAsync(PersonId person, Reply opening, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ScheduledTurn>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> CancelAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<MessageId> PostAsync(RoomId room, Reply reply, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PostedMessage?> ReadAsync(MessageId message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task EditAsync(RoomId room, MessageId message, Reply reply, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Delivery> DeliveryAsync(string announcement, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteAsync(MessageId message, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<Team> ITeams.CreateAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<Team>> ITeams.ListMineAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<TeamMember> AddAsync(TeamId team, PersonRef person, bool moderator, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveAsync(TeamMembershipId membership, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<TeamMember?> FindAsync(TeamId team, PersonRef person, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<TeamChoice> PickAsync(string name, TeamRight right, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<HookKey> AddAsync(RoomId room, string name, HookTemplate? template, bool isSigned, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<Hook>> IHooks.ListAsync(RoomId room, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RemoveAsync(RoomId room, string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<HookKey?> RotateAsync(RoomId room, string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Meeting> ScheduleAsync(MeetingPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Meeting>> ListAsync(DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Meeting?> ReadAsync(MeetingId meeting, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<MeetingChoice> PickAsync(string which, TimeSpan within, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CancelAsync(MeetingId meeting, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task EndAsync(MeetingId meeting, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Invitee>> ListInviteesAsync(MeetingId meeting, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Invitee> InviteAsync(MeetingId meeting, PersonRef person, bool coHost, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UninviteAsync(MeetingInviteeId invitee, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<JoinLinks> JoinAsync(MeetingId meeting, CancellationToken cancellationToken) => throw new NotSupportedException();
}
