using BotHost.Access;
using BotHost.Bot;
using BotHost.Journal;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Teams as the sender of one turn may see them.</summary>
internal sealed class TurnTeams(TurnCaller caller, TurnSteps steps, StepJournal journal, Bot.Person sender) : ITeams
{
    /// <summary>Of a bot in very many teams, only so many are searched: each costs a call.</summary>
    private const int MostTeams = 200;

    private const int AtOnce = 8;

    /// <summary>Times at Webex are compared with a reading of its clock that may be this much late.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private readonly WebexClient webex = caller.Webex;

    public async Task<Bot.Team> CreateAsync(string name, CancellationToken cancellationToken = default)
    {
        AgentSender.Refuse(sender.Id);
        var team = await steps.DoAsync(
            new Step<Bot.Team>("teams.create", name, async ct => ToTeam(await webex.Teams.CreateAsync(new NewTeam { Name = name }, ct).ConfigureAwait(false)))
            {
                Find = (began, ct) => FindCreatedAsync(name, began, ct),
                Subject = created => created.Id.Value,
            }, cancellationToken).ConfigureAwait(false);
        if (caller.IsSender)
            return team;
        try
        {
            await AddAsync(team.Id, sender, moderator: true, cancellationToken).ConfigureAwait(false);
        }
        catch (WebexRefusedException)
        {
            // A team nobody is in but the bot is of use to nobody.
            await DeleteAsync(team.Id, cancellationToken).ConfigureAwait(false);
            throw;
        }

        return team;
    }

    public async Task<IReadOnlyList<Bot.Team>> ListMineAsync(CancellationToken cancellationToken = default) =>
        await steps.ReadAsync("teams.list", "", ct => ReadMineAsync(_ => true, ct), cancellationToken).ConfigureAwait(false);

    public Task<TeamMember> AddAsync(TeamId team, PersonRef person, bool moderator = false, CancellationToken cancellationToken = default) =>
        steps.DoAsync(new Step<TeamMember>("teams.add", $"{team} {person.Id}{person.Email} {moderator}", async ct => ToMember(await webex.TeamMemberships.CreateAsync(
            new NewTeamMembership { TeamId = team, PersonId = person.Id, PersonEmail = person.Email, IsModerator = moderator ? true : null }, ct).ConfigureAwait(false)))
        {
            // Somebody who is in the team after we tried to add them was added by us, or does not mind.
            Find = async (_, ct) => await LookAsync(team, person, ct).ConfigureAwait(false) is { } there
                ? Evidence<TeamMember>.Found(there) : Evidence<TeamMember>.Absent,
        }, cancellationToken);

    public Task RemoveAsync(TeamMembershipId membership, CancellationToken cancellationToken = default) =>
        steps.DoAsync(TurnSteps.Deleting(
            "teams.remove", membership.Value, ct => webex.TeamMemberships.DeleteAsync(membership, ct), ct => webex.TeamMemberships.GetAsync(membership, ct)), cancellationToken);

    public Task<TeamMember?> FindAsync(TeamId team, PersonRef person, CancellationToken cancellationToken = default) =>
        steps.ReadAsync("teams.find", $"{team} {person.Id}{person.Email}", ct => LookAsync(team, person, ct), cancellationToken);

    public async Task<TeamChoice> PickAsync(string name, TeamRight right, CancellationToken cancellationToken = default)
    {
        var wanted = name.Trim();
        var found = await steps.ReadAsync("teams.pick", wanted,
            ct => ReadMineAsync(team => team.Id.Value == wanted || team.Name.Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase), ct),
            cancellationToken).ConfigureAwait(false);
        if (found is not [var team])
            return TeamChoice.Refused(TeamTexts.NotOne(wanted, found));
        var member = await FindAsync(team.Id, sender, cancellationToken).ConfigureAwait(false);
        if (!TeamRules.MaySee(member is not null))
            return TeamChoice.Refused(TeamTexts.NoSuchTeam);
        return right == TeamRight.Member || TeamRules.MayModerate(member is not null, member?.IsModerator == true)
            ? TeamChoice.Of(team) : TeamChoice.Refused(TeamTexts.NotModerator(team));
    }

    private Task DeleteAsync(TeamId team, CancellationToken cancellationToken) =>
        steps.DoAsync(TurnSteps.Deleting(
            "teams.delete", team.Value, ct => webex.Teams.DeleteAsync(team, ct), ct => webex.Teams.GetAsync(team, ct)), cancellationToken);

    /// <summary>A team of that name which we created since then and which no other step created.</summary>
    private async Task<Evidence<Bot.Team>> FindCreatedAsync(string name, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var self = await caller.SelfAsync(cancellationToken).ConfigureAwait(false);
        var isUnclear = false;
        await foreach (var team in webex.Teams.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (team.Name != name || team.Created < began - Margin || journal.IsClaimed(team.Id.Value))
                continue;
            if (team.CreatorId == self && team.Created is not null)
                return Evidence<Bot.Team>.Found(ToTeam(team));
            // Neither field is in Webex's specification: without them it may be somebody else's.
            isUnclear |= team.CreatorId is null || team.CreatorId == self;
        }

        return isUnclear ? Evidence<Bot.Team>.None : Evidence<Bot.Team>.Absent;
    }

    private async Task<List<Bot.Team>> ReadMineAsync(Func<Bot.Team, bool> isWanted, CancellationToken cancellationToken)
    {
        var ofBot = new List<Bot.Team>();
        await foreach (var team in webex.Teams.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (ToTeam(team) is var one && isWanted(one))
                ofBot.Add(one);
            if (ofBot.Count == MostTeams)
                break;
        }

        if (caller.IsSender)
            return ofBot;
        var isMine = new bool[ofBot.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, ofBot.Count, limits, async (i, ct) =>
            isMine[i] = await LookAsync(ofBot[i].Id, sender, ct).ConfigureAwait(false) is not null).ConfigureAwait(false);
        return [.. ofBot.Where((_, i) => isMine[i])];
    }

    /// <summary>Webex lists a team's members, but does not look one up.</summary>
    private async Task<TeamMember?> LookAsync(TeamId team, PersonRef person, CancellationToken cancellationToken) =>
        await Refusals.FindAsync(ReadMemberAsync(team, person, cancellationToken)).ConfigureAwait(false) is [var member] ? member : null;

    private async Task<List<TeamMember>> ReadMemberAsync(TeamId team, PersonRef person, CancellationToken cancellationToken)
    {
        await foreach (var membership in webex.TeamMemberships.ListAsync(team, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (person.Id is { } id ? membership.PersonId == id : person.Email!.Equals(membership.PersonEmail, StringComparison.OrdinalIgnoreCase))
                return [ToMember(membership)];
        }

        return [];
    }

    private static Bot.Team ToTeam(Webex.Team team) => new(team.Id, team.Name ?? "");

    private static TeamMember ToMember(TeamMembership membership) => new(
        membership.Id, membership.TeamId, membership.PersonId, membership.PersonDisplayName ?? membership.PersonEmail ?? "somebody", membership.IsModerator);
}
