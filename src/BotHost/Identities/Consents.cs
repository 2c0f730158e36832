using System.Security.Cryptography;
using System.Text;
using BotHost.Storage;
using Dapper;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>What waits for a person's consent.</summary>
internal interface IConsentWaiter
{
    /// <summary>Says, within the transaction that stores it, how the person decided.</summary>
    /// <returns>What is to be done once that is committed.</returns>
    Action Decided(WriteSession session, long @event, long step, bool hasConsented);
}

/// <summary>A consent that a turn waits for. Kept by the hash of its link's ticket.</summary>
internal sealed class AwaitedConsent
{
    public string Id { get; init; } = "";
    public string PersonId { get; init; } = "";
    public long Event { get; init; }
    public long Step { get; init; }
    public long Until { get; init; }
}

/// <summary>The links by which people are asked to consent, each for one person and one turn.</summary>
internal sealed class Consents(Database database, PublicAddress address, IOptions<IntegrationOptions> integration, TimeProvider time)
{
    public const string LoginPath = "/oauth/login";

    /// <summary>A link that nobody can guess. It leads somewhere once its ticket is stored: <see cref="Add"/>.</summary>
    public (Uri Address, string Ticket) NewLink()
    {
        var ticket = Secrets.New();
        return (new Uri(address.Of(LoginPath), $"?ask={ticket}"), ticket);
    }

    /// <summary>Whether people are asked for one of these scopes.</summary>
    public bool CanGive(IEnumerable<string> scopes) => scopes.Any(integration.Value.ScopeList.Contains);

    /// <summary>Stores what waits for a consent, within the transaction that has it wait.</summary>
    public static void Add(WriteSession session, string ticket, PersonId person, long @event, long step, long until)
    {
        session.Execute("DELETE FROM consents WHERE event = @event", ("@event", @event));
        session.Execute("INSERT INTO consents (id, person_id, event, step, until_at) VALUES (@id, @person, @event, @step, @until)",
            ("@id", Secrets.Hash(ticket)), ("@person", person.Value), ("@event", @event), ("@step", step), ("@until", until));
    }

    /// <summary>Forgets what a turn waits for, within a transaction, with the logins begun for it.</summary>
    /// <returns>Whether it waited for anything.</returns>
    public static bool Remove(WriteSession session, long @event)
    {
        session.Execute("DELETE FROM logins WHERE consent IN (SELECT id FROM consents WHERE event = @event)", ("@event", @event));
        return session.Execute("DELETE FROM consents WHERE event = @event", ("@event", @event)) > 0;
    }

    /// <summary>Ends the wait for this consent, within a transaction, and for no other that its turn waits for by now.</summary>
    /// <returns>Whether it was waited for.</returns>
    public static bool End(WriteSession session, AwaitedConsent consent)
    {
        session.Execute("DELETE FROM logins WHERE consent = @id", ("@id", consent.Id));
        return session.Execute("DELETE FROM consents WHERE id = @id", ("@id", consent.Id)) > 0;
    }

    /// <summary>Ends the wait of every turn for a person's consent, within the transaction that stores it: they may have been asked in several rooms.</summary>
    /// <returns>What is to be done once that is committed.</returns>
    public static Action Granted(WriteSession session, PersonId person, IConsentWaiter waiter)
    {
        var announcements = session.Rows<AwaitedConsent>(
                "SELECT id AS Id, person_id AS PersonId, event AS Event, step AS Step, until_at AS Until FROM consents WHERE person_id = @person ORDER BY event", ("@person", person.Value))
            .Where(consent => End(session, consent))
            .Select(consent => waiter.Decided(session, consent.Event, consent.Step, hasConsented: true)).ToList();
        return () => announcements.ForEach(announce => announce());
    }

    /// <summary>Forgets what a person is asked to consent to, within a transaction.</summary>
    public static void Erase(WriteSession session, string person)
    {
        session.Execute("DELETE FROM logins WHERE consent IN (SELECT id FROM consents WHERE person_id = @person)", ("@person", person));
        session.Execute("DELETE FROM consents WHERE person_id = @person", ("@person", person));
    }

    /// <summary>Forgets what is over.</summary>
    public Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.WriteAsync(session =>
            session.Execute("DELETE FROM consents WHERE until_at <= @now", ("@now", now)) + session.Execute("DELETE FROM logins WHERE until_at <= @now", ("@now", now)),
            cancellationToken: cancellationToken);
    }

    /// <summary>What a link's ticket stands for, while it is waited for.</summary>
    public AwaitedConsent? Find(string ticket) => FindById(Secrets.Hash(ticket));

    public AwaitedConsent? FindById(string id) => database.Read(connection => connection.QueryFirstOrDefault<AwaitedConsent>(
        """
        SELECT id AS Id, person_id AS PersonId, event AS Event, step AS Step, until_at AS Until FROM consents WHERE id = @id AND until_at > @now
        """, new { id, now = time.GetUtcNow().ToUnixTimeMilliseconds() }));
}

/// <summary>Secrets of ours: 256 bits, which the store has only as a hash.</summary>
internal static class Secrets
{
    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
