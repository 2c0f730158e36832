using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Teams: who is in one finds all its spaces open.</summary>
public static class Teams
{
    /// <summary>Maps <c>team create</c>, <c>team add</c>, <c>team remove</c> and <c>team list</c>.</summary>
    public static void MapTeams(this BotRoutes bot)
    {
        var team = bot.Group("team");
        team.Command("create", CreateAsync).Describe("Creates a team with you as its moderator", de: "Legt ein Team mit dir als Moderator an");
        team.Command("add", AddAsync).Describe("Adds people to a team you moderate", de: "Fügt einem Team, das du moderierst, Leute hinzu");
        team.Command("remove", RemoveAsync).Describe("Removes somebody from a team you moderate", de: "Nimmt jemanden aus einem Team, das du moderierst");
        team.Command("list", ListAsync).Describe("Lists the teams we are both in", de: "Zeigt die Teams, in denen wir beide sind");
    }

    private static async Task<Reply> CreateAsync(string name, BotContext context, CancellationToken cancellationToken)
    {
        var team = await context.Teams.CreateAsync(name, cancellationToken);
        return Texts.Say("TeamCreated", team.Name);
    }

    private static async Task<Reply> AddAsync(
        [After("in")] string team, bool moderator, BotContext context, CancellationToken cancellationToken, [Label("email", De = "E-Mail")] params PersonRef[] people)
    {
        var choice = await context.Teams.PickAsync(team, TeamRight.Moderate, cancellationToken);
        if (!choice.TryGet(out var chosen, out var refusal))
            return refusal;
        var outcomes = await Invitations.AddAsync(people, moderator, (person, ct) => context.Teams.AddAsync(chosen.Id, person, moderator, ct), cancellationToken);
        return Reply.Markdown($"**{chosen.Name}**\n\n{outcomes}");
    }

    private static async Task<Reply> RemoveAsync(
        [Label("email", De = "E-Mail")] PersonRef person, [After("in")] string team, BotContext context, CancellationToken cancellationToken)
    {
        var choice = await context.Teams.PickAsync(team, TeamRight.Moderate, cancellationToken);
        if (!choice.TryGet(out var chosen, out var refusal))
            return refusal;
        if (await context.Teams.FindAsync(chosen.Id, person, cancellationToken) is not { } member)
            return Texts.Say("SpaceNotIn", person, chosen.Name);
        await context.Teams.RemoveAsync(member.Id, cancellationToken);
        return Texts.Say("TeamRemoved", member.DisplayName, chosen.Name);
    }

    private static async Task<Reply> ListAsync(BotContext context, CancellationToken cancellationToken)
    {
        var teams = await context.Teams.ListMineAsync(cancellationToken);
        return teams.Count == 0
            ? Texts.Say("TeamsNone")
            : MarkdownText.Join("\n", teams.Select(team => Markdown.Format($"- {team.Name}")));
    }
}
