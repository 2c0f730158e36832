using System.Security.Cryptography;
using System.Text;
using BotHost.Access;
using BotHost.Agents;
using BotHost.Dispatch;
using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>Commands about a person.</summary>
internal sealed class PersonCommands(Database database, PeopleDirectory people, AgentDirectory agents, AuditRetention trail, Audit audit, TimeProvider time)
{
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(5);

    public static IEnumerable<AdminCommand> All =>
        [AdminCommand.Change<PersonCommands>("person erase", "id", "removes what is stored of a person, and says what that was", c => c.EraseAsync)];

    private async Task<AdminAnswer> EraseAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var person = call["id"]!.Trim();
        if (person.Contains('@') || person.Length < 16)
            return AdminAnswer.BadInput("That is not a person's id. Webex tells it: GET https://webexapis.com/v1/people?email=…");

        // What agents asked may be known by the address alone.
        var emails = await EmailsAsync(new PersonId(person), cancellationToken).ConfigureAwait(false);
        var answer = await audit.RunAsync(
            call, "person erase", Pseudonym(person), (session, now) => Tell(
                PersonEraser.Erase(session, person, now), trail.Erase(session, new PersonId(person)), PersonRequests.Erase(session, [person, .. emails])), agents.Forget, cancellationToken)
            .ConfigureAwait(false);
        people.Forget(new PersonId(person));
        agents.Refresh();
        return database.Scrub() ? answer : answer with { Sentence = answer.Sentence + " The store's log still holds old pages, because somebody reads: run it again." };
    }

    /// <summary>None where Webex cannot be asked, or shows nobody any more.</summary>
    private async Task<IReadOnlyList<string>> EmailsAsync(PersonId person, CancellationToken cancellationToken)
    {
        try
        {
            return (await people.ReadAsync(person, cancellationToken).WaitAsync(Brief, time, cancellationToken).ConfigureAwait(false))?.Emails ?? [];
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    private static AdminAnswer Tell(Erasure gone, int audited, int asked) => AdminAnswer.Done(
        gone switch
        {
            { Waiting: > 0 } => $"{gone.Waiting} rows that name this person belong to what is still under way. Run it again when that is done.",
            { Elsewhere: > 0 } => $"{gone.Elsewhere} values that the bot remembers of rooms, of others or of its own name this person. Only its handlers can change those.",
            _ => "Nothing that names this person is left in the store.",
        },
        new AdminTable("removed", ["what", "count"],
        [
            ["events' bodies", gone.Bodies], ["events' keys", gone.Keys], ["effects", gone.Effects], ["steps", gone.Steps],
            ["cards", gone.Cards], ["spaces created for them", gone.Spaces], ["values remembered of them", gone.States], ["what they scheduled", gone.Schedules],
            ["details of what agents did", audited], ["what agents asked them", asked],
            ["what they consented to", gone.Grants],
            ["agents that act as them, and grants that name them", gone.Agents],
        ]));

    /// <summary>Who knows the id can tell that it was they; who reads the note cannot tell the id.</summary>
    public static string Pseudonym(string person) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person)))[..16];
}
