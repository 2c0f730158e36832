namespace BotHost.Access;

/// <summary>Whether something holds of a call. What nobody can tell makes a grant give nothing, and lets a refusal stand.</summary>
internal enum Holds
{
    No,
    Unknown,
    Yes,
}

/// <summary>What a grant is narrowed to, asked of a call: each a question that a call answers with yes, no, or not known.</summary>
internal static class AgentNarrowings
{
    /// <summary>In the order of what they cost; each with what to say of a grant that stays out because of it.</summary>
    private static readonly (string WhyNot, Func<AgentGrant, AgentCallView, ValueTask<Holds>> Ask)[] All =
    [
        ("does not name this command", CommandAsync),
        ("does not reach this space", SpaceAsync),
        ("does not reach this team", TeamAsync),
        ("does not let this be written to", WriteToAsync),
        ("does not reach people of this domain", DomainAsync),
    ];

    /// <summary>Whether the grant reaches the call, and if it does not or nobody knows, why.</summary>
    public static async ValueTask<(Holds Reach, string? WhyNot)> ReachAsync(AgentGrant grant, AgentCallView view, DateTimeOffset now)
    {
        if (grant.Hours?.Includes(now) == false)
            return (Holds.No, "does not count at this hour");
        string? unknown = null;
        foreach (var (whyNot, ask) in All)
        {
            var holds = await ask(grant, view).ConfigureAwait(false);
            if (holds == Holds.No)
                return (Holds.No, whyNot);
            if (holds == Holds.Unknown)
                unknown ??= whyNot;
        }

        return unknown is null ? (Holds.Yes, null) : (Holds.Unknown, unknown);
    }

    /// <summary>A list itself is let through: what it brings is judged thing by thing.</summary>
    private static Holds Later(AgentGrant grant) => grant.IsDeny ? Holds.No : Holds.Yes;

    private static ValueTask<Holds> CommandAsync(AgentGrant grant, AgentCallView view)
    {
        if (view.Call.Resource != AgentResource.Commands || (grant.Commands.Count == 0 && (grant.IsDeny || !view.IsWrite)))
            return new(Holds.Yes);
        if (view.IsList)
            return new(Later(grant));
        return new(view.Call.Command is not { } command ? Holds.Unknown : grant.Commands.Contains(command, StringComparer.OrdinalIgnoreCase) ? Holds.Yes : Holds.No);
    }

    private static async ValueTask<Holds> SpaceAsync(AgentGrant grant, AgentCallView view)
    {
        if (grant.Spaces.Count == 0)
            return Holds.Yes;
        if (view.Call.Room is { } room)
            return Names(grant, grant.Spaces, room.Value);
        if (view.IsList)
            return Later(grant);
        if (!view.Call.IsDirect)
            return Holds.Unknown;

        // A direct space may be reached by its person, too.
        var holds = Holds.No;
        foreach (var space in grant.Spaces)
            holds = Most(holds, await IsWithAsync(new RoomId(space), view, grant.IsDeny).ConfigureAwait(false));
        return holds;
    }

    private static async ValueTask<Holds> IsWithAsync(RoomId space, AgentCallView view, bool isDeny) => await view.DirectAsync(space).ConfigureAwait(false) switch
    {
        { IsDirect: false } => Holds.No,
        { With: { } with } when await view.PersonAsync().ConfigureAwait(false) is { Person.Id: { } person } => AgentPeople.IsSame(with, person, isDeny) ? Holds.Yes : Holds.No,
        _ => Holds.Unknown,
    };

    private static async ValueTask<Holds> TeamAsync(AgentGrant grant, AgentCallView view)
    {
        if (grant.Teams.Count == 0)
            return Holds.Yes;
        if (view.IsList && view.Call is { Room: null, Team: null })
            return Later(grant);
        var (teams, isKnown) = await view.TeamsAsync().ConfigureAwait(false);
        var names = teams.Select(team => team is { } id ? Names(grant, grant.Teams, id.Value) : Holds.No).ToList();
        if (names.Contains(Holds.Yes) && (grant.IsDeny || names.TrueForAll(name => name == Holds.Yes)))
            return Holds.Yes;
        return isKnown ? Holds.No : Holds.Unknown;
    }

    private static async ValueTask<Holds> WriteToAsync(AgentGrant grant, AgentCallView view)
    {
        if (grant.WriteTo.Count == 0)
            return Holds.Yes;
        if (!view.IsWrite)
            return Later(grant);
        if (!view.Call.IsDirect)
        {
            if (view.Call.Room is not { } room || await view.DirectAsync(room).ConfigureAwait(false) is not { } space)
                return Holds.Unknown;
            if (!space.IsDirect)
                return grant.WriteTo.Contains(AgentGrant.ToSpaces) ? Holds.Yes : Holds.No;
        }

        return await view.PersonAsync().ConfigureAwait(false) is { Person: { } person } ? await AgentPeople.NameAsync(grant.WriteTo, person, view, grant.IsDeny).ConfigureAwait(false) : Holds.Unknown;
    }

    private static async ValueTask<Holds> DomainAsync(AgentGrant grant, AgentCallView view)
    {
        if (grant.Domains.Count == 0)
            return Holds.Yes;
        if (view is { IsList: true, Call: { Person: null, Email: null } })
            return Later(grant);
        var holds = await view.PersonAsync().ConfigureAwait(false) switch
        {
            { Person: { } person } => AgentPeople.InDomains(grant.Domains, person, grant.IsDeny),
            { IsKnown: true } => Holds.No,
            _ => Holds.Unknown,
        };
        // For a refusal one of them is enough; what is given must hold of all.
        foreach (var invited in await view.InvitedAsync().ConfigureAwait(false))
        {
            var one = AgentPeople.InDomains(grant.Domains, invited, grant.IsDeny);
            holds = one > holds == grant.IsDeny ? one : holds;
        }

        return holds;
    }

    private static Holds Names(AgentGrant grant, IReadOnlyList<string> ids, string id) =>
        ids.Any(listed => grant.IsDeny ? WebexIdSpelling.IsSame(listed, id) : string.Equals(listed, id, StringComparison.Ordinal)) ? Holds.Yes : Holds.No;

    private static Holds Most(Holds one, Holds other) => one > other ? one : other;
}
