namespace BotHost.Benchmarks.Faults;

/// <summary>What the bot's replies in all rooms come to, beside what was expected.</summary>
internal sealed class Outcome
{
    /// <summary>Expected and not there.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>There more often than once: the command's message and its number, the reply, and how many too many.</summary>
    public List<(string Command, string Reply, int More)> Doubled { get; } = [];

    /// <summary>Rooms in which the replies do not stand in the order of the commands, one that is repeated at once counting as one.</summary>
    public List<string> OutOfOrder { get; } = [];

    /// <summary>What nobody expected.</summary>
    public List<string> Strange { get; } = [];

    public void Add(TalkRoom room, IReadOnlyList<Said> said)
    {
        var expected = room.Expected.ToHashSet();
        var replies = said.Select(message => message.Text).Where(expected.Contains).ToList();
        var times = replies.CountBy(reply => reply).ToDictionary();
        Missing.AddRange(room.Expected.Where(reply => !times.ContainsKey(reply)));
        Doubled.AddRange(times.Where(reply => reply.Value > 1).Select(reply => (room.Commands[NumberOf(reply.Key)], reply.Key, reply.Value - 1)));
        Strange.AddRange(said.Select(message => message.Text).Where(text => !expected.Contains(text)));
        var once = replies.Where((reply, i) => i == 0 || reply != replies[i - 1]).ToList();
        var places = once.Select(reply => room.Expected.IndexOf(reply)).ToList();
        if (places.Zip(places.Skip(1)).Any(pair => pair.First >= pair.Second))
            OutOfOrder.Add($"{room.Person.Email}: {string.Join(' ', once.Take(20))}");
    }

    /// <summary>Requires all of them there, once, in order, and nothing else.</summary>
    public void RequireExactlyOnce(Findings findings)
    {
        RequireAllInOrder(findings);
        findings.RequireNone(Doubled.Select(reply => reply.Reply), "a reply is there more than once");
        findings.RequireNone(Strange, "the bot said something else");
    }

    public void RequireAllInOrder(Findings findings)
    {
        findings.RequireNone(Missing, "a reply is missing");
        findings.RequireNone(OutOfOrder, "replies are out of order");
    }

    private static int NumberOf(string reply) => int.Parse(reply.Split('.')[0]);
}
