using System.Globalization;
using BotHost.Storage;
using Dapper;

namespace BotHost.Agents;

/// <summary>Remembers what agents have asked people. A request is answered once, and what came of it is used once, on whichever host.</summary>
internal sealed class PersonRequests(Database database, TimeProvider time)
{
    private const string Open = "('Pending', 'Approved', 'Denied', 'Answered')";

    private const string All =
        """
        SELECT id AS Id, agent AS Agent, kind AS KindName, call_key AS CallKey, decision AS Decision, wish AS Wish, asked AS Asked, room_id AS Room, state AS StateName,
               answered_by AS AnsweredBy, answered_name AS AnsweredName, answer AS Answer, asked_at AS AskedAt, until_at AS UntilAt
        FROM agent_requests
        """;

    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public PersonRequest? Find(long id) => database.Read(connection => connection.QueryFirstOrDefault<PersonRequest>($"{All} WHERE id = @id", new { id }));

    /// <summary>The request of the same call that is still good for something.</summary>
    public PersonRequest? FindOpen(string agent, string callKey) => database.Read(connection => connection.QueryFirstOrDefault<PersonRequest>(
        $"{All} WHERE agent = @agent AND call_key = @callKey AND state IN {Open} AND until_at > @now", new { agent, callKey, now = Now }));

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PersonRequest> List(string? agent, int limit) => database.Read(connection => connection.Query<PersonRequest>(
        $"{All} WHERE (@agent = '' OR agent = @agent) ORDER BY id DESC LIMIT @limit", new { agent = agent ?? "", limit }).AsList());

    public static PersonRequest? Find(WriteSession session, long id) => session.Row<PersonRequest>($"{All} WHERE id = @id", ("@id", id));

    /// <returns>Its number; null where the same call asks already.</returns>
    public long? Add(WriteSession session, PersonRequest request)
    {
        session.Execute(
            $"UPDATE agent_requests SET state = 'Expired' WHERE agent = @agent AND call_key = @key AND state IN {Open} AND until_at <= @now",
            ("@agent", request.Agent), ("@key", request.CallKey), ("@now", Now));
        return session.Scalar(
            """
            INSERT INTO agent_requests (agent, kind, call_key, decision, wish, asked, room_id, state, asked_at, until_at)
            VALUES (@agent, @kind, @key, @decision, @wish, @asked, @room, 'Pending', @now, @until)
            ON CONFLICT DO NOTHING RETURNING id
            """,
            ("@agent", request.Agent), ("@kind", request.KindName), ("@key", request.CallKey), ("@decision", request.Decision), ("@wish", request.Wish), ("@asked", request.Asked),
            ("@room", request.Room), ("@now", Now), ("@until", request.UntilAt)) is { } id ? Convert.ToInt64(id, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Writes an answer down, where none is yet.</summary>
    /// <param name="person">Whose it is; null where it is the bot's.</param>
    /// <param name="name">The person's, where it is known.</param>
    /// <param name="until">How long it is good for.</param>
    public static bool Answer(WriteSession session, long id, PersonId? person, string? name, RequestState state, string answer, long until) => session.Execute(
        "UPDATE agent_requests SET state = @state, answered_by = @person, answered_name = @name, answer = @answer, until_at = @until WHERE id = @id AND state = 'Pending'",
        ("@state", state.ToString()), ("@person", person?.Value), ("@name", name), ("@answer", answer), ("@until", until), ("@id", id)) == 1;

    /// <summary>Uses an answer up.</summary>
    /// <returns>Whether it was not used before.</returns>
    public static bool Use(WriteSession session, long id) => session.Execute(
        "UPDATE agent_requests SET state = 'Used' WHERE id = @id AND state IN ('Approved', 'Denied', 'Answered')", ("@id", id)) == 1;

    /// <summary>Ends a request that nobody will answer any more.</summary>
    public static bool GiveUp(WriteSession session, long id) => session.Execute("UPDATE agent_requests SET state = 'Expired' WHERE id = @id AND state = 'Pending'", ("@id", id)) == 1;

    /// <summary>Forgets what is over so long.</summary>
    public Task<int> TidyAsync(TimeSpan life, CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - life).ToUnixTimeMilliseconds();
        return database.WriteAsync(session => session.Execute("DELETE FROM agent_requests WHERE until_at < @before", ("@before", before)), cancellationToken: cancellationToken);
    }

    /// <summary>Takes away what names a person. A card of theirs that still stands somewhere answers nothing any more.</summary>
    /// <param name="names">The person's id, and their addresses where they are known.</param>
    public static int Erase(WriteSession session, IReadOnlyList<string> names)
    {
        var naming = session.Rows<PersonRequest>(All).Where(request =>
            new[] { request.Asked, request.AnsweredBy, request.Answer, request.Wish }.Any(text => text is not null && names.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)))).ToList();
        foreach (var request in naming)
            session.Execute("DELETE FROM agent_requests WHERE id = @id", ("@id", request.Id));
        return naming.Count;
    }
}
