using System.Text.Json;

namespace BotHost.Benchmarks.Faults;

/// <summary>What was said to the bot in one room: the commands in order, each with the replies it must get.</summary>
internal sealed class TalkRoom(WebexPerson person, string? spaceId)
{
    private string? _id;

    public WebexPerson Person => person;

    /// <summary>The room, once something was said in it.</summary>
    public string? Id => spaceId ?? _id;

    /// <summary>The replies that are expected, in order.</summary>
    public List<string> Expected { get; } = [];

    /// <summary>By the number it bears, the message of each command.</summary>
    public Dictionary<int, string> Commands { get; } = [];

    public async Task SayAsync(LocalWebex webex, string command, int number, int times, CancellationToken cancellationToken)
    {
        var text = command == "say" ? $"say {number} {times}" : $"{command} {number}";
        var said = await webex.CallAsync(person, HttpMethod.Post, "messages", spaceId is null
            ? new { toPersonEmail = LocalWebex.BotEmail, text }
            : new { roomId = spaceId, markdown = $"<@personEmail:{LocalWebex.BotEmail}> {text}" }, cancellationToken);
        _id = said.GetProperty("roomId").GetString()!;
        Commands[number] = said.GetProperty("id").GetString()!;
        Expected.AddRange(Enumerable.Range(1, times).Select(time => $"{number}.{time}"));
    }

    /// <summary>What was written there by everybody, oldest first.</summary>
    public async Task<IReadOnlyList<Said>> ReadAsync(LocalWebex webex, CancellationToken cancellationToken) => Id is null ? [] :
        [.. (await webex.ListAsync(person, $"messages?roomId={Id}&max=1000", cancellationToken)).Reverse().Select(Said.Of)];
}

/// <summary>A message, as the simulator keeps it.</summary>
internal sealed record Said(string Id, string Text, string? ParentId, bool IsOfTheBot, DateTimeOffset Created)
{
    public static Said Of(JsonElement message) => new(
        message.GetProperty("id").GetString()!, message.TryGetProperty("text", out var text) ? text.GetString()! : "",
        message.TryGetProperty("parentId", out var parent) ? parent.GetString() : null,
        message.GetProperty("personEmail").GetString() == LocalWebex.BotEmail, message.GetProperty("created").GetDateTimeOffset());
}

/// <summary>People who talk to the bot, directly or in spaces, and what must come of it.</summary>
internal sealed class Conversation(World world, IReadOnlyList<TalkRoom> rooms)
{
    private int _number;

    public IReadOnlyList<TalkRoom> Rooms => rooms;

    public int Replies => rooms.Sum(room => room.Expected.Count);

    /// <summary>One room for each person: direct, or a space with the bot in it.</summary>
    public static async Task<Conversation> BeginAsync(World world, int people, bool inSpaces, CancellationToken cancellationToken)
    {
        var rooms = new List<TalkRoom>();
        for (var i = 0; i < people; i++)
            rooms.Add(new TalkRoom(world.Webex.Person(i), inSpaces ? await SpaceAsync(world.Webex, world.Webex.Person(i), cancellationToken) : null));
        return new Conversation(world, rooms);
    }

    /// <summary>Says the next command in a room.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> SayAsync(int room, CancellationToken cancellationToken, string command = "say", int times = 1)
    {
        var number = Interlocked.Increment(ref _number);
        await rooms[room].SayAsync(world.Webex, command, number, times, cancellationToken);
        return number;
    }

    /// <summary>Says many commands in rooms taken by chance, so many a second.</summary>
    public async Task SayManyAsync(int commands, Random chance, double perSecond, CancellationToken cancellationToken, int times = 1, string command = "say")
    {
        var since = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < commands; i++)
        {
            var early = TimeSpan.FromSeconds(i / perSecond) - TimeProvider.System.GetElapsedTime(since);
            if (early > TimeSpan.FromMilliseconds(1))
                await Patience.WaitAsync(early, cancellationToken);
            await SayAsync(chance.Next(rooms.Count), cancellationToken, command, times);
        }
    }

    /// <summary>Expects nothing any more for commands whose webhook nobody took.</summary>
    public async Task ForgetUndeliveredAsync(CancellationToken cancellationToken)
    {
        var taken = (await world.Webex.LedgerAsync("kind=delivery&status=2xx", cancellationToken)).Select(line => line.Delivery!.DataId).ToHashSet();
        foreach (var room in rooms)
        {
            foreach (var (number, _) in room.Commands.Where(command => !taken.Contains(command.Value)))
                room.Expected.RemoveAll(reply => reply.StartsWith($"{number}.", StringComparison.Ordinal));
        }
    }

    /// <summary>Reads every room and compares what is there with what must be.</summary>
    public async Task<Outcome> ReadAsync(CancellationToken cancellationToken)
    {
        var outcome = new Outcome();
        foreach (var room in rooms)
            outcome.Add(room, [.. (await room.ReadAsync(world.Webex, cancellationToken)).Where(said => said.IsOfTheBot)]);
        return outcome;
    }

    private static async Task<string> SpaceAsync(LocalWebex webex, WebexPerson person, CancellationToken cancellationToken)
    {
        var room = (await webex.CallAsync(person, HttpMethod.Post, "rooms", new { title = $"Space of {person.Email}" }, cancellationToken)).GetProperty("id").GetString()!;
        await webex.CallAsync(person, HttpMethod.Post, "memberships", new { roomId = room, personEmail = LocalWebex.BotEmail }, cancellationToken);
        return room;
    }
}
