namespace BotHost.Access;

/// <summary>The person a call concerns: whom it names, or the other one in a direct space.</summary>
/// <param name="Id">Null where nobody can tell.</param>
/// <param name="Emails">Lower case; empty where Webex does not tell.</param>
/// <param name="AreAll">Whether Webex told them, so that the person has no others.</param>
internal sealed record ConcernedPerson(PersonId? Id, IReadOnlyList<string> Emails, bool AreAll);

/// <summary>A call with what is known of it. What is not said in the call is asked once, however many grants depend on it, and only if one does.</summary>
internal sealed class AgentCallView(AgentCall call, ICallFacts facts, CancellationToken cancellationToken)
{
    private readonly Dictionary<RoomId, (bool IsDirect, PersonId? With)?> _direct = [];
    private (IReadOnlyList<TeamId?> Teams, bool IsKnown)? _teams;
    private (bool IsKnown, ConcernedPerson? Person)? _person;
    private List<ConcernedPerson>? _invited;

    public AgentCall Call => call;

    public bool IsWrite => call.Needs > AgentLevel.Read;

    /// <summary>Whether the things themselves are judged one by one, later.</summary>
    public bool IsList => call.IsList && !IsWrite;

    public async ValueTask<(bool IsDirect, PersonId? With)?> DirectAsync(RoomId room)
    {
        if (!_direct.TryGetValue(room, out var known))
            _direct[room] = known = await facts.DirectAsync(room, cancellationToken).ConfigureAwait(false);
        return known;
    }

    /// <summary>The teams it is about: the one it names, and its space's. <c>IsKnown</c> and none are known to be none; a null is a space in no team.</summary>
    public async ValueTask<(IReadOnlyList<TeamId?> Teams, bool IsKnown)> TeamsAsync()
    {
        if (_teams is { } known)
            return known;
        List<TeamId?> teams = call.Team is { } named ? [named] : [];
        var isKnown = teams.Count > 0 || call.IsDirect;
        if (call.Room is { } room)
        {
            var team = await facts.TeamOfAsync(room, cancellationToken).ConfigureAwait(false);
            // None is told of a space that is in no team, and of one that cannot be seen.
            isKnown = team is not null || await DirectAsync(room).ConfigureAwait(false) is not null;
            teams.Add(team);
        }

        _teams = (teams, isKnown);
        return (teams, isKnown);
    }

    /// <summary>The person it concerns; <c>IsKnown</c> and null is known to concern nobody in particular.</summary>
    public async ValueTask<(bool IsKnown, ConcernedPerson? Person)> PersonAsync()
    {
        if (_person is { } known)
            return known;
        var found = await FindPersonAsync().ConfigureAwait(false);
        _person = found;
        return found;
    }

    /// <summary>Those who are invited.</summary>
    public async ValueTask<IReadOnlyList<ConcernedPerson>> InvitedAsync()
    {
        if (_invited is null)
        {
            var invited = new List<ConcernedPerson>();
            foreach (var email in call.Invited)
                invited.Add(await ConcernedAsync(await facts.PersonOfAsync(email, cancellationToken).ConfigureAwait(false), [email.ToLowerInvariant()]).ConfigureAwait(false));
            _invited = invited;
        }

        return _invited;
    }

    /// <summary>The person with an address.</summary>
    public ValueTask<PersonId?> PersonOfAsync(string email) => facts.PersonOfAsync(email, cancellationToken);

    private async ValueTask<(bool IsKnown, ConcernedPerson? Person)> FindPersonAsync()
    {
        if (call is { Person: null, Email: null })
        {
            if (call.Room is not { } room || await DirectAsync(room).ConfigureAwait(false) is not { } space)
                return (false, null);
            return !space.IsDirect ? (true, null) : space.With is { } with ? (true, await ConcernedAsync(with, []).ConfigureAwait(false)) : (false, null);
        }

        var byEmail = call.Email is null ? null : await facts.PersonOfAsync(call.Email, cancellationToken).ConfigureAwait(false);
        // Two people under one call: nobody knows whom Webex would take.
        if (call is { Person: { } named, Email: not null } && byEmail != named)
            return (false, null);
        IReadOnlyList<string> said = call.Email is null ? [] : [call.Email.ToLowerInvariant()];
        return (true, await ConcernedAsync(call.Person ?? byEmail, said).ConfigureAwait(false));
    }

    public async ValueTask<ConcernedPerson> ConcernedAsync(PersonId? person, IReadOnlyList<string> said)
    {
        IReadOnlyList<string> told = person is { } id ? await facts.EmailsOfAsync(id, cancellationToken).ConfigureAwait(false) : [];
        return new ConcernedPerson(person, [.. said.Union(told)], told.Count > 0);
    }
}
