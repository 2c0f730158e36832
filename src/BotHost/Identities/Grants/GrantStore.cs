using BotHost.Storage;
using Dapper;

namespace BotHost.Identities;

/// <summary>The table of grants. It is asked at each try of a call, so that what one host renews or ends counts on all of them at once.</summary>
internal sealed class GrantStore(Database database, TimeProvider time)
{
    private const string All =
        """
        SELECT identity AS Identity, version AS Version, access_token AS AccessToken, refresh_token AS RefreshToken, scopes AS Scopes, granted_at AS GrantedAt,
               issued_at AS IssuedAt, access_until AS AccessUntil, refresh_until AS RefreshUntil, leased_until AS LeasedUntil, ended_at AS EndedAt, reason AS Reason
        FROM grants
        """;

    public Grant? Find(WebexIdentity identity) => database.Read(connection => connection.QueryFirstOrDefault<Grant>(
        $"{All} WHERE identity = @identity", new { identity = identity.ToString() }));

    public IReadOnlyList<Grant> List() => database.Read(connection => connection.Query<Grant>($"{All} ORDER BY identity").ToList());

    /// <summary>Those to look after: of people, what is to be renewed within a day or ends within a time; service apps all.</summary>
    public IReadOnlyList<Grant> ListEnding(TimeSpan within) => database.Read(connection => connection.Query<Grant>(
        $"""
        {All} WHERE identity LIKE 'service:%'
            OR (ended_at IS NULL AND (access_until <= @tomorrow OR refresh_token IS NULL OR refresh_until <= @until)) ORDER BY identity
        """,
        new { tomorrow = Now() + (long)TimeSpan.FromDays(1).TotalMilliseconds, until = Now() + (long)within.TotalMilliseconds }).ToList());

    /// <summary>Stores what somebody granted, in place of what they granted before.</summary>
    public static void Put(WriteSession session, WebexIdentity identity, LockedTokens tokens, long now) => session.Execute(
        """
        INSERT INTO grants (identity, version, access_token, refresh_token, scopes, granted_at, issued_at, access_until, refresh_until)
        VALUES (@identity, 1, @access, @refresh, @scopes, @now, @now, @until, @refreshUntil)
        ON CONFLICT (identity) DO UPDATE SET version = grants.version + 1, access_token = excluded.access_token, refresh_token = excluded.refresh_token,
            scopes = excluded.scopes, granted_at = excluded.granted_at, issued_at = excluded.issued_at, access_until = excluded.access_until,
            refresh_until = excluded.refresh_until, leased_until = NULL, ended_at = NULL, reason = NULL
        """,
        ("@identity", identity.ToString()), ("@access", tokens.Access), ("@refresh", tokens.Refresh), ("@scopes", tokens.Scopes), ("@now", now),
        ("@until", tokens.AccessUntil), ("@refreshUntil", tokens.RefreshUntil));

    /// <summary>Makes room for the tokens of a service app that has none yet, or none any more: since a minute, for its settings may have changed.</summary>
    public Task EnsureAsync(WebexIdentity identity, CancellationToken cancellationToken) => database.WriteAsync(session => session.Execute(
        """
        INSERT INTO grants (identity, version, scopes, granted_at, issued_at, access_until) VALUES (@identity, 0, '', @now, @now, 0)
        ON CONFLICT (identity) DO UPDATE SET version = grants.version + 1, ended_at = NULL, reason = NULL WHERE grants.ended_at <= @before
        """,
        ("@identity", identity.ToString()), ("@now", Now()), ("@before", Now() - (long)TimeSpan.FromMinutes(1).TotalMilliseconds)), cancellationToken: cancellationToken);

    /// <summary>Takes the right to renew a grant: nobody else does until then, on any host.</summary>
    /// <returns>False where another has it, or the grant is not what it was.</returns>
    public async Task<bool> LeaseAsync(Grant grant, TimeSpan life, CancellationToken cancellationToken)
    {
        var now = Now();
        var until = now + (long)life.TotalMilliseconds;
        // Further away than a lease reaches by any clock that is about right, it was taken before the clock was set back. One that is only a
        // little further away is another host's, which looked at its clock a moment later, or has one that is ahead.
        var farthest = until + (long)life.TotalMilliseconds;
        return await database.WriteAsync(session => session.Execute(
            """
            UPDATE grants SET leased_until = @until, reason = NULL WHERE identity = @identity AND version = @version AND ended_at IS NULL
                AND (leased_until IS NULL OR leased_until <= @now OR leased_until > @farthest)
            """,
            ("@until", until), ("@identity", grant.Identity), ("@version", grant.Version), ("@now", now), ("@farthest", farthest)), cancellationToken: cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <summary>Stores what a grant was renewed to. What Webex did not say again stays.</summary>
    /// <returns>False where the grant is not what it was any more: then what it was renewed to counts for nothing.</returns>
    public Task<bool> RenewAsync(Grant grant, LockedTokens tokens, CancellationToken cancellationToken) => database.WriteAsync(session => session.Execute(
        """
        UPDATE grants SET version = version + 1, access_token = @access, refresh_token = COALESCE(@refresh, refresh_token), issued_at = @now, access_until = @until,
            refresh_until = COALESCE(@refreshUntil, refresh_until), scopes = CASE WHEN @scopes = '' THEN scopes ELSE @scopes END,
            leased_until = NULL, ended_at = NULL, reason = NULL
        WHERE identity = @identity AND version = @version
        """,
        ("@access", tokens.Access), ("@refresh", tokens.Refresh), ("@now", Now()), ("@until", tokens.AccessUntil), ("@refreshUntil", tokens.RefreshUntil),
        ("@scopes", tokens.Scopes), ("@identity", grant.Identity), ("@version", grant.Version)) == 1, cancellationToken: cancellationToken);

    /// <summary>Notes that Webex renews a grant no more. Its access token is good until it ends.</summary>
    public Task RefusedAsync(Grant grant, string reason, CancellationToken cancellationToken) => database.WriteAsync(session => session.Execute(
        """
        UPDATE grants SET version = version + 1, refresh_token = NULL, refresh_until = NULL, leased_until = NULL, reason = @reason,
            ended_at = CASE WHEN access_until <= @now THEN @now ELSE ended_at END, access_token = CASE WHEN access_until <= @now THEN NULL ELSE access_token END
        WHERE identity = @identity AND version = @version
        """,
        ("@reason", reason), ("@now", Now()), ("@identity", grant.Identity), ("@version", grant.Version)), cancellationToken: cancellationToken);

    /// <summary>Gives the right to renew back, after a pause.</summary>
    /// <param name="reason">Why it came to nothing, where a person has to mend that.</param>
    public Task ReleaseAsync(Grant grant, string? reason, TimeSpan pause, CancellationToken cancellationToken) => database.WriteAsync(session => session.Execute(
        "UPDATE grants SET leased_until = @until, reason = @reason WHERE identity = @identity AND version = @version",
        ("@until", Now() + (long)pause.TotalMilliseconds), ("@reason", reason), ("@identity", grant.Identity), ("@version", grant.Version)),
        cancellationToken: cancellationToken);

    /// <summary>Notes that an access token is over before its time; what renews it is as good as before.</summary>
    public Task ExpireAsync(Grant grant, CancellationToken cancellationToken) => database.WriteAsync(session => session.Execute(
        "UPDATE grants SET access_until = @now WHERE identity = @identity AND version = @version AND access_until > @now",
        ("@now", Now()), ("@identity", grant.Identity), ("@version", grant.Version)), cancellationToken: cancellationToken);

    /// <summary>Ends a grant for good: its tokens go.</summary>
    public Task<bool> EndAsync(Grant grant, string reason, CancellationToken cancellationToken) => database.WriteAsync(session => session.Execute(
        """
        UPDATE grants SET version = version + 1, access_token = NULL, refresh_token = NULL, refresh_until = NULL, leased_until = NULL, ended_at = @now, reason = @reason
        WHERE identity = @identity AND version = @version AND ended_at IS NULL
        """,
        ("@now", Now()), ("@reason", reason), ("@identity", grant.Identity), ("@version", grant.Version)) == 1, cancellationToken: cancellationToken);

    /// <summary>Takes a grant away, within a transaction.</summary>
    public static int Remove(WriteSession session, string identity) =>
        session.Execute("DELETE FROM grants WHERE identity = @identity", ("@identity", identity));

    /// <summary>Forgets the grants that ended so long ago.</summary>
    public Task<int> TidyAsync(TimeSpan life, CancellationToken cancellationToken)
    {
        var before = Now() - (long)life.TotalMilliseconds;
        return database.WriteAsync(session => session.Execute("DELETE FROM grants WHERE ended_at < @before", ("@before", before)), cancellationToken: cancellationToken);
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
