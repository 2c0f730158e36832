using BotHost.Access;
using BotHost.Bot;
using BotHost.Journal;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Spaces as the sender of one turn may see them.</summary>
internal sealed class TurnSpaces(
    TurnCaller caller, TurnSteps steps, StepJournal journal, TurnMemberships memberships, SpaceCreators creators, Bot.Person sender,
    Bot.Room here) : ISpaces
{
    /// <summary>Of a bot in very many spaces, only the most recently active are searched: each costs a call.</summary>
    private const int MostSpaces = 200;

    private const int AtOnce = 8;

    private const int LargestPage = 1000;

    /// <summary>Times at Webex are compared with a reading of its clock that may be this much late.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private readonly WebexClient webex = caller.Webex;

    public async Task<Space> CreateAsync(string title, CancellationToken cancellationToken = default)
    {
        AgentSender.Refuse(sender.Id);
        var space = await steps.DoAsync(
            new Step<Space>("spaces.create", title, async ct => ToSpace(await webex.Rooms.CreateAsync(new NewRoom { Title = title }, ct).ConfigureAwait(false)))
            {
                Find = (began, ct) => FindCreatedAsync(title, began, ct),
                Subject = created => created.Id.Value,
                Also = caller.IsSender ? null : (session, created) => creators.Remember(session, created.Id, sender.Id),
            }, cancellationToken).ConfigureAwait(false);
        if (caller.IsSender)
            return space;
        try
        {
            await memberships.AddAsync(space.Id, sender, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (WebexRefusedException)
        {
            // A space nobody is in but the bot is of use to nobody.
            await DeleteAsync(space.Id, cancellationToken).ConfigureAwait(false);
            throw;
        }

        return space;
    }

    public Task<Space?> ReadAsync(RoomId room, CancellationToken cancellationToken = default) =>
        steps.ReadAsync("spaces.read", room.Value, async ct =>
            await Refusals.FindAsync(webex.Rooms.GetAsync(room, ct)).ConfigureAwait(false) is { } found ? ToSpace(found) : null, cancellationToken);

    public async Task<IReadOnlyList<Space>> ListMineAsync(string? title = null, CancellationToken cancellationToken = default) =>
        await steps.ReadAsync("spaces.list", title ?? "", ct => ReadMineAsync(title, ct), cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<Space>> ListAllAsync(string? title = null, CancellationToken cancellationToken = default) =>
        await steps.ReadAsync("spaces.all", title ?? "", async ct =>
        {
            var all = new List<Space>();
            await foreach (var room in webex.Rooms.ListAsync(type: RoomType.Group, sortBy: RoomSort.Id, max: LargestPage, cancellationToken: ct).ConfigureAwait(false))
            {
                if (title is null || room.Title?.Contains(title, StringComparison.OrdinalIgnoreCase) == true)
                    all.Add(ToSpace(room));
            }

            return all;
        }, cancellationToken).ConfigureAwait(false);

    public Task<Space> RenameAsync(RoomId room, string title, CancellationToken cancellationToken = default) =>
        steps.DoAsync(new Step<Space>("spaces.rename", $"{room} {title}", async ct =>
            ToSpace(await webex.Rooms.UpdateAsync(room, new RoomUpdate { Title = title }, ct).ConfigureAwait(false)))
        {
            // To give it the same title twice is to give it once.
            Find = (_, _) => Task.FromResult(Evidence<Space>.Absent),
        }, cancellationToken);

    public Task DeleteAsync(RoomId room, CancellationToken cancellationToken = default) =>
        steps.DoAsync(TurnSteps.Deleting(
            "spaces.delete", room.Value, ct => webex.Rooms.DeleteAsync(room, ct), ct => webex.Rooms.GetAsync(room, ct)) with
        {
            Also = (session, _) => creators.Forget(session, room),
        }, cancellationToken);

    public async Task<SpaceChoice> PickAsync(string? title, SpaceRight right, CancellationToken cancellationToken = default)
    {
        if (title is null)
        {
            return here.IsDirect
                ? SpaceChoice.Refused(Texts.Say("AloneHere"))
                : await PickAsync(here.Id, right, cancellationToken).ConfigureAwait(false);
        }

        var wanted = title.Trim();
        var mine = await ListMineAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var exact = mine.Where(s => s.Id.Value == wanted || s.Title.Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count == 1
            ? await JudgeAsync(exact[0], right, cancellationToken).ConfigureAwait(false)
            : SpaceChoice.Refused(SpaceTexts.NotOne(wanted, exact, mine));
    }

    public async Task<SpaceChoice> PickAsync(RoomId room, SpaceRight right, CancellationToken cancellationToken = default) =>
        await ReadAsync(room, cancellationToken).ConfigureAwait(false) is { IsDirect: false } space
            ? await JudgeAsync(space, right, cancellationToken).ConfigureAwait(false)
            : SpaceChoice.Refused(SpaceTexts.NoSuchSpace);

    private async Task<SpaceChoice> JudgeAsync(Space space, SpaceRight right, CancellationToken cancellationToken)
    {
        var member = await memberships.FindAsync(space.Id, sender, cancellationToken).ConfigureAwait(false);
        // A step: what a later step of the same turn forgets must still be known when the turn runs again.
        var creator = steps.Journal.Read("spaces.creator", () => creators.Find(space.Id));
        var standing = new SpaceStanding(
            IsMember: member is not null,
            IsModerator: member?.IsModerator == true,
            IsModerated: space.IsModerated,
            IsCreator: (creator ?? space.CreatorId) == sender.Id);
        if (!SpaceRules.MaySee(standing))
            return SpaceChoice.Refused(SpaceTexts.NoSuchSpace);
        var may = right switch
        {
            SpaceRight.Member => true,
            SpaceRight.Invite => SpaceRules.MayInvite(standing),
            _ => SpaceRules.MayModerate(standing),
        };
        return may ? SpaceChoice.Of(space) : SpaceChoice.Refused(SpaceTexts.NotModerator(space));
    }

    /// <summary>A space of that title which we created since then and which no other step created.</summary>
    private async Task<Evidence<Space>> FindCreatedAsync(string title, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var self = await caller.SelfAsync(cancellationToken).ConfigureAwait(false);
        var newest = webex.Rooms.ListAsync(type: RoomType.Group, sortBy: RoomSort.Created, cancellationToken: cancellationToken);
        await foreach (var room in newest.ConfigureAwait(false))
        {
            if (room.Created is { } created && created < began - Margin)
                break;
            if (room.Title == title && room.CreatorId == self && !journal.IsClaimed(room.Id.Value))
                return Evidence<Space>.Found(ToSpace(room));
        }

        return Evidence<Space>.Absent;
    }

    private async Task<List<Space>> ReadMineAsync(string? title, CancellationToken cancellationToken)
    {
        var ofBot = new List<Space>();
        var rooms = webex.Rooms.ListAsync(type: RoomType.Group, sortBy: RoomSort.LastActivity, cancellationToken: cancellationToken);
        await foreach (var room in rooms.ConfigureAwait(false))
        {
            if (title is null || room.Title?.Contains(title, StringComparison.OrdinalIgnoreCase) == true)
                ofBot.Add(ToSpace(room));
            if (ofBot.Count == MostSpaces)
                break;
        }

        if (caller.IsSender)
            return ofBot;
        var isMine = new bool[ofBot.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, ofBot.Count, limits, async (i, ct) =>
            isMine[i] = await memberships.LookAsync(ofBot[i].Id, sender, ct).ConfigureAwait(false) is not null).ConfigureAwait(false);
        return [.. ofBot.Where((_, i) => isMine[i])];
    }

    public static Space ToSpace(Webex.Room room) =>
        new(room.Id, room.Title ?? "", room.Type == RoomType.Direct, room.IsLocked, room.CreatorId);
}
