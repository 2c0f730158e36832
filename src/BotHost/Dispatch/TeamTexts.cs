using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>What people are told who name a team that is not one, or may not do what they asked with it.</summary>
internal static class TeamTexts
{
    private const int MostChoices = 10;

    /// <summary>Said of a team that does not exist and of one the asker is not in: the two must not be told apart.</summary>
    public static Reply NoSuchTeam => Reply.Text(Texts.Plain("NoSuchTeam"));

    public static Reply NotModerator(Team team) => Texts.Say("TeamModeratorsOnly", team.Name);

    public static Reply NotOne(string name, IReadOnlyList<Team> found) => found.Count == 0 ? NoSuchTeam
        : Reply.Markdown($"{Texts.Say("SeveralTeams", name)}\n\n{MarkdownText.Join("\n",
            found.Take(MostChoices).Select(team => Markdown.Format($"- {team.Name}: {team.Id}")))}");
}
