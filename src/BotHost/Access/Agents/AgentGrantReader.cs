using System.Globalization;
using System.Text.Json;

namespace BotHost.Access;

/// <summary>Makes a grant of what was written down, wherever: the same words mean the same in settings, on a command line and in the store.</summary>
internal static class AgentGrantReader
{
    private static readonly AgentResource[] InSpaces =
        [AgentResource.Messages, AgentResource.Spaces, AgentResource.Memberships, AgentResource.Meetings, AgentResource.Webhooks, AgentResource.Events, AgentResource.Commands];

    private static readonly AgentResource[] InTeams = [.. InSpaces, AgentResource.Teams, AgentResource.TeamMemberships];

    private static readonly AgentResource[] OfPeople =
        [AgentResource.Messages, AgentResource.Memberships, AgentResource.People, AgentResource.TeamMemberships, AgentResource.Meetings, AgentResource.Events];

    /// <summary>The grant, or null and what is wrong with it, all of it: sentences that go on after its name.</summary>
    public static (AgentGrant? Grant, IReadOnlyList<string> Problems) Read(string name, AgentGrantSettings said)
    {
        var problems = new List<string>();
        if (!AgentWords.IsName(name))
            problems.Add($"{AgentWords.NameRule}.");
        var resources = Resources(said.Resources, problems);
        if (said.Level is null || !AgentWords.TryLevel(said.Level.Trim(), out var level))
        {
            problems.Add($"has Level '{said.Level}'. Write off, read, use or full.");
            level = AgentLevel.Read;
        }

        var grant = new AgentGrant(name, resources, level)
        {
            Spaces = Ids(said.Spaces, "Spaces", problems),
            Teams = Ids(said.Teams, "Teams", problems),
            Domains = Domains(said.Domains, problems),
            WriteTo = WriteTo(said.WriteTo, problems),
            Commands = Commands(said.Commands, problems),
            Hours = AgentHours.Read(said.Hours, said.Days, said.Zone, problems),
            PerMinute = Limit(said.PerMinute, "PerMinute", 6000, problems),
            PerDay = Limit(said.PerDay, "PerDay", 1_000_000, problems),
            Approval = Approval(said.Approval, problems),
            Approvers = Approvers(said.Approvers, problems),
        };
        MakesSense(grant, problems);
        return problems.Count == 0 ? (grant, problems) : (null, problems);
    }

    /// <summary>A stored grant with a person left out of its lists; null where one of these named nobody else, or cannot be read.</summary>
    public static string? Without(string rule, string person)
    {
        if (Parse(rule) is not { } said)
            return null;
        said.WriteTo = Left(said.WriteTo);
        var namedPeople = !AreSpaces(said.Approvers);
        said.Approvers = Left(said.Approvers);
        // A space whose named approvers are gone would let anybody in it say yes.
        return said.WriteTo == "" || said.Approvers == "" || (namedPeople && AreSpaces(said.Approvers)) ? null : JsonSerializer.Serialize(said);

        string? Left(string? list) => string.IsNullOrEmpty(list) ? null : string.Join(';', AccessOptions.Split(list).Where(entry => entry != person));

        static bool AreSpaces(string? list) => AccessOptions.Split(list).All(AgentGrant.IsSpace);
    }

    /// <summary>What is stored as a grant; null where it is no JSON of one.</summary>
    public static AgentGrantSettings? Parse(string rule)
    {
        try
        {
            return JsonSerializer.Deserialize<AgentGrantSettings>(rule);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A narrowing that is never known of a resource would give nothing, and a person would look for why.</summary>
    private static void MakesSense(AgentGrant grant, List<string> problems)
    {
        Narrows(grant.Spaces, "Spaces", InSpaces);
        Narrows(grant.Teams, "Teams", InTeams);
        Narrows(grant.Domains, "Domains", OfPeople);
        Narrows(grant.WriteTo, "WriteTo", [AgentResource.Messages]);
        Narrows(grant.Commands, "Commands", [AgentResource.Commands]);
        if (grant.IsDeny && (grant.PerMinute > 0 || grant.PerDay > 0 || grant.Approval.Count > 0))
            problems.Add("has Level off, so it takes neither PerMinute, PerDay nor Approval.");
        if (grant.Approval.Count > 0 != grant.Approvers.Count > 0)
            problems.Add(grant.Approvers.Count > 0 ? "has Approvers and no Approval: say which tools wait for them." : "has Approval and no Approvers: say who may say yes.");

        void Narrows(IReadOnlyList<string> narrowing, string what, AgentResource[] possible)
        {
            if (narrowing.Count > 0 && grant.Resources.Except(possible).ToList() is { Count: > 0 } others)
                problems.Add($"has {what}, which says nothing about {string.Join(", ", others.Select(AgentWords.Of))}. Make it two grants.");
        }
    }

    private static List<AgentResource> Resources(string? text, List<string> problems)
    {
        var known = new List<AgentResource>();
        foreach (var word in AccessOptions.Split(text))
        {
            if (AgentWords.TryResource(word, out var resource))
                known.Add(resource);
            else
                problems.Add($"has the resource '{word}'. There are {AgentWords.AllResources}.");
        }

        if (AccessOptions.Split(text).Count == 0)
            problems.Add($"has no Resources. There are {AgentWords.AllResources}.");
        return [.. known.Distinct()];
    }

    private static IReadOnlyList<string> Ids(string? text, string what, List<string> problems)
    {
        var ids = Listed(text, what, problems);
        if (ids.FirstOrDefault(id => id.Length < 16 || id.Any(char.IsWhiteSpace) || id.Contains('@')) is { } wrong)
            problems.Add($"has '{wrong}' in {what}, which is no id. Webex tells them: titles and names are not unique.");
        return ids;
    }

    private static IReadOnlyList<string> Domains(string? text, List<string> problems)
    {
        IReadOnlyList<string> domains = [.. Listed(text, "Domains", problems).Select(domain => domain.ToLowerInvariant())];
        if (domains.FirstOrDefault(domain => !AgentDomains.IsDomain(domain)) is { } wrong)
            problems.Add($"has '{wrong}' in Domains, which is no domain. Write it whole, without @, other alphabets in their xn-- form: example.com");
        return domains;
    }

    private static IReadOnlyList<string> WriteTo(string? text, List<string> problems)
    {
        var entries = Listed(text, "WriteTo", problems);
        if (entries is ["anybody"])
            return [];
        if (entries.FirstOrDefault(entry => entry != AgentGrant.ToSpaces && !(entry.StartsWith('@') ? AgentDomains.IsDomain(entry[1..].ToLowerInvariant()) : IsPerson(entry))) is { } wrong)
            problems.Add($"has {Quoted(wrong)} in WriteTo. Write anybody alone, or spaces, ids of people, addresses, and domains as @example.com.");
        return [.. entries.Select(entry => entry.StartsWith('@') ? entry.ToLowerInvariant() : entry)];
    }

    /// <summary>Which commands there are is not known here; one that is not there gives nothing.</summary>
    private static IReadOnlyList<string> Commands(string? text, List<string> problems)
    {
        var entries = Listed(text, "Commands", problems);
        if (entries.FirstOrDefault(entry => entry == "*" || entry.Any(char.IsControl)) is { } wrong)
            problems.Add($"has '{wrong}' in Commands. Write the words of each command as `help` shows them, without what follows: ping;space list");
        return entries;
    }

    private static IReadOnlyList<string> Approval(string? text, List<string> problems)
    {
        var entries = Listed(text, "Approval", problems);
        if (entries.FirstOrDefault(entry => !entry.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_') || entry == "off") is { } wrong)
            problems.Add($"has '{wrong}' in Approval. Write names of tools (webex-delete-message), or a level for all that needs as much: full");
        return entries;
    }

    private static IReadOnlyList<string> Approvers(string? text, List<string> problems)
    {
        var entries = Listed(text, "Approvers", problems);
        if (entries.FirstOrDefault(entry => !IsPerson(entry)) is { } wrong)
            problems.Add($"has {Quoted(wrong)} in Approvers. Write ids of people or whole addresses, and a space as space:<id>.");
        if (entries.Count(AgentGrant.IsSpace) > 1)
            problems.Add("has several spaces in Approvers. Name one: a question stands in one place.");
        return entries;
    }

    /// <summary>What is written as a list and names nothing is a mistake: a list that was to narrow must not widen because it came out empty.</summary>
    private static IReadOnlyList<string> Listed(string? text, string what, List<string> problems)
    {
        var entries = AccessOptions.Split(text);
        if (!string.IsNullOrEmpty(text) && entries.Count == 0)
            problems.Add($"has {what} '{text}', which names nothing. Name something, or take it away.");
        return entries;
    }

    private static int Limit(int? number, string what, int most, List<string> problems)
    {
        if (number is < 1 || number > most)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"has {what} {number}. It must lie between 1 and {most}."));
        return number ?? 0;
    }

    private static bool IsPerson(string entry) => entry.Contains('@') ? AgentDomains.Of(entry) is not null : entry.Length >= 16 && !entry.Any(char.IsWhiteSpace);

    /// <summary>Problems are logged, and addresses never are.</summary>
    private static string Quoted(string entry) => entry.Contains('@') ? "an address that is none" : $"'{entry}'";
}
