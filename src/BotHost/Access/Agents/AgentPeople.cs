namespace BotHost.Access;

/// <summary>Whether a list names a person: by id, by address, by domain.</summary>
internal static class AgentPeople
{
    /// <param name="isDeny">A refusal holds as soon as one of the person's addresses is named; what is given holds by domain only if all are.</param>
    public static async ValueTask<Holds> NameAsync(IReadOnlyList<string> list, ConcernedPerson person, AgentCallView view, bool isDeny)
    {
        var holds = Holds.No;
        var domains = list.Where(entry => entry.StartsWith('@')).Select(entry => entry[1..]).ToList();
        if (domains.Count > 0)
            holds = InDomains(domains, person, isDeny);
        foreach (var entry in list)
        {
            if (holds == Holds.Yes)
                break;
            if (entry != AgentGrant.ToSpaces && !entry.StartsWith('@') && await IsAsync(entry, person, view, isDeny).ConfigureAwait(false) is var one && one > holds)
                holds = one;
        }

        return holds;
    }

    /// <summary>While Webex has not told all addresses of a person, nobody knows that none is elsewhere.</summary>
    public static Holds InDomains(IReadOnlyList<string> domains, ConcernedPerson person, bool isDeny)
    {
        var answers = person.Emails.Select(email => AgentDomains.Of(email) is not { } domain ? Holds.Unknown : domains.Contains(domain) ? Holds.Yes : Holds.No)
            .Concat(person.AreAll ? [] : [Holds.Unknown]).ToList();
        return isDeny ? answers.Max() : answers.Contains(Holds.No) ? Holds.No : answers.Min();
    }

    /// <summary>What is given is given as it was written down; what is refused is refused in every spelling.</summary>
    public static bool IsSame(PersonId one, PersonId other, bool isDeny) => one == other || (isDeny && WebexIdSpelling.IsSame(one.Value, other.Value));

    private static async ValueTask<Holds> IsAsync(string entry, ConcernedPerson person, AgentCallView view, bool isDeny)
    {
        if (!entry.Contains('@'))
        {
            return person.Id is not { } id ? Holds.Unknown
                : (isDeny ? WebexIdSpelling.IsSame(entry, id.Value) : AccessRules.Names(entry, id, [])) ? Holds.Yes : Holds.No;
        }

        if (AccessRules.Names(entry, person.Id, person.Emails))
            return Holds.Yes;
        if (person.Id is { } known && await view.PersonOfAsync(entry).ConfigureAwait(false) is { } named)
            return IsSame(named, known, isDeny) ? Holds.Yes : Holds.No;
        return person.AreAll ? Holds.No : Holds.Unknown;
    }
}
