using BotHost.Access;
using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Spaces as the sender of one turn may see them.</summary>
internal sealed class TurnSpaces(WebexClient webex, IMemberships memberships, SpaceCreators creators, Bot.Person sender, Bot.Room here) : ISpaces
{
    /// <summary>Of a bot in very many spaces, only the most recently active are searched: each costs a call.</summary>
    private const int MostSpaces = 200;

    private const int AtOnce = 8;

    public async Task<Space> CreateAsync(string title, CancellationToken cancellationToken = default)
    {
        var room = await Refusals.AskAsync(webex.Rooms.CreateAsync(new NewRoom { Title = title }, cancellationToken)).ConfigureAwait(false);
        await creators.RememberAsync(room.Id, sender.Id, cancellationToken).ConfigureAwait(false);
        try
        {
            await memberships.AddAsync(room.Id, sender, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (WebexRefusedException)
        {
            // A space nobody is in but the bot is of use to nobody.
            await DeleteAsync(room.Id, cancellationToken).ConfigureAwait(false);
            throw;
        }

        return ToSpace(room);
    }

    public async Task<Space?> ReadAsync(RoomId room, CancellationToken cancellationToken = default) =>
        await Refusals.FindAsync(webex.Rooms.GetAsync(room, cancellationToken)).ConfigureAwait(false) is { } found ? ToSpace(found) : null;

    public async Task<IReadOnlyList<Space>> ListMineAsync(string? title = null, CancellationToken cancellationToken = default)
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

        var isMine = new bool[ofBot.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, ofBot.Count, limits, async (i, ct) =>
            isMine[i] = await memberships.FindAsync(ofBot[i].Id, sender, ct).ConfigureAwait(false) is not null).ConfigureAwait(false);
        return [.. ofBot.Where((_, i) => isMine[i])];
    }

    public async Task<Space> RenameAsync(RoomId room, string title, CancellationToken cancellationToken = default) =>
        ToSpace(await Refusals.AskAsync(webex.Rooms.UpdateAsync(room, new RoomUpdate { Title = title }, cancellationToken)).ConfigureAwait(false));

    public async Task DeleteAsync(RoomId room, CancellationToken cancellationToken = default)
    {
        await Refusals.AskAsync(webex.Rooms.DeleteAsync(room, cancellationToken)).ConfigureAwait(false);
        await creators.ForgetAsync(room, cancellationToken).ConfigureAwait(false);
    }

    public async Task<SpaceChoice> PickAsync(string? title, SpaceRight right, CancellationToken cancellationToken = default)
    {
        if (title is null)
        {
            return here.IsDirect
                ? SpaceChoice.Refused(Reply.Markdown($"We are alone here. Name a space: `in \"Title\"`."))
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
        var standing = new SpaceStanding(
            IsMember: member is not null,
            IsModerator: member?.IsModerator == true,
            IsModerated: space.IsModerated,
            IsCreator: (creators.Find(space.Id) ?? space.CreatorId) == sender.Id);
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

    private static Space ToSpace(Webex.Room room) =>
        new(room.Id, room.Title ?? "", room.Type == RoomType.Direct, room.IsLocked, room.CreatorId);
}
