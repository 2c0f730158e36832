using BotHost.Bot;

namespace BotHost.Features;

/// <summary>
/// The same words to every space, for admins: asked back first, then a batch a turn. What a batch puts out, how far it is and that there is a next one are
/// stored together, so nothing is left out or said twice by a restart.
/// </summary>
public static class Broadcast
{
    private const string GoOn = "broadcast.go-on";

    /// <summary>So many are under way at a time: fewer than the outbox sends at once, so that answers find a way past them.</summary>
    private const int Batch = 20;

    /// <summary>A stored value has room for so many spaces.</summary>
    private const int Page = 100;

    private const int MostSpaces = 10_000, MostText = 5000, MostNamed = 20, MostInterim = 9, Preview = 300, LongestTitle = 60;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(30);

    /// <summary>Maps <c>broadcast</c> and what belongs to it, for <see cref="Policy.Admins"/>.</summary>
    public static void MapBroadcast(this BotRoutes bot)
    {
        bot.Command("broadcast", StartAsync).Allow(Policy.Admins).Describe("Posts Markdown to all my spaces, or those whose title contains what --to says", de: "Schreibt Markdown in alle meine Bereiche oder in die, deren Titel enthält, was --to sagt");
        bot.Command("broadcast list", ListAsync).Allow(Policy.Admins).Describe("Tells which are under way", de: "Sagt, welche unterwegs sind");
        bot.Command("broadcast cancel", CancelAsync).Allow(Policy.Admins).Describe("Stops one; what is posted stays", de: "Hält eine an; was geschrieben ist, bleibt");
        bot.Scheduled(GoOn, GoOnAsync).Allow(Policy.Admins);
    }

    private static async Task<Reply?> StartAsync(string markdown, [Option] [Label("title", De = "Titel")] string? to, BotContext context, Person sender, Room room, CancellationToken cancellationToken)
    {
        var spaces = await context.Spaces.ListAllAsync(to, cancellationToken);
        if (spaces.Count is 0 or > MostSpaces || markdown.Length > MostText)
            return spaces.Count == 0 ? Texts.Say("BroadcastNoSpace") : Texts.Say("BroadcastLimits", MostText, MostSpaces);
        if (!await context.AskAsync<bool>($"{Texts.Say("BroadcastAsk", Spaces(spaces.Count))}\n\n{(markdown.Length > Preview ? markdown[..Preview] + "…" : markdown)}"))
            return Texts.Say("BroadcastNot");

        var first = Reply.Text(Progress(0, spaces.Count));
        var status = await context.Messages.PostAsync(room.Id, room.IsDirect ? first : first.InThread(), cancellationToken);
        var all = await All(context).GetAsync(cancellationToken) ?? new Known(0, []);
        var number = all.Last + 1;
        All(context).Set(new Known(number, [.. all.Open, number]));
        foreach (var (page, some) in spaces.Chunk(Page).Index())
            Targets(context, number, page).Set([.. some.Select(space => new Target(space.Id, space.Title.Length > LongestTitle ? space.Title[..LongestTitle] : space.Title))]);
        One(context, number).Set(new Sending(SpacePost.Signed(markdown, sender).Body, spaces.Count, room.Id, status));
        context.Schedule.In(TimeSpan.Zero, GoOn, number);
        return Texts.Say("BroadcastBegun", number);
    }

    private static async Task<Reply?> GoOnAsync(int number, BotContext context, CancellationToken cancellationToken)
    {
        if (await One(context, number).GetAsync(cancellationToken) is not { } before)
            return null;
        var now = await LookAsync(before, context, cancellationToken);
        if (await Stopped(context, number).GetAsync(cancellationToken))
            return await EndAsync(number, now, context, cancellationToken);

        while (now.UnderWay.Count < Batch && now.Next < now.Total)
        {
            var target = (await Targets(context, number, now.Next / Page).GetAsync(cancellationToken))![now.Next % Page];
            now = now with { Next = now.Next + 1, UnderWay = [.. now.UnderWay, new Post(context.Announce(target.Room, now.Markdown), target.Title)] };
        }

        var isOver = now.Ended == now.Total;
        if (isOver || (now.Edits < MostInterim && now.Ended * 10 / now.Total > before.Shown * 10 / now.Total))
        {
            await EditAsync(now, context, cancellationToken);
            now = now with { Edits = now.Edits + 1, Shown = now.Ended };
        }

        if (isOver)
            return await EndAsync(number, now, context, cancellationToken);
        One(context, number).Set(now);
        context.Schedule.In(now.Ended > before.Ended || now.Next > before.Next ? Pace : Patience, GoOn, number);
        return null;
    }

    /// <summary>Looks what became of those that were under way.</summary>
    private static async Task<Sending> LookAsync(Sending now, BotContext context, CancellationToken cancellationToken)
    {
        var (posted, waiting, refused, unknown) = (now.Posted, new List<Post>(), now.Refused.ToList(), now.Unknown.ToList());
        foreach (var post in now.UnderWay)
        {
            switch (await context.Messages.DeliveryAsync(post.Id, cancellationToken))
            {
                case Delivery.UnderWay: waiting.Add(post); break;
                case Delivery.Posted: posted++; break;
                case Delivery.Refused: refused.Add(post.Title); break;
                default: unknown.Add(post.Title); break;
            }
        }

        // Titles are told of a few; the count is of all.
        return now with
        {
            Posted = posted, UnderWay = waiting,
            RefusedCount = now.RefusedCount + refused.Count - now.Refused.Count, Refused = [.. refused.Take(MostNamed)],
            UnknownCount = now.UnknownCount + unknown.Count - now.Unknown.Count, Unknown = [.. unknown.Take(MostNamed)],
        };
    }

    private static async Task<Reply> EndAsync(int number, Sending now, BotContext context, CancellationToken cancellationToken)
    {
        One(context, number).Delete();
        Stopped(context, number).Delete();
        for (var page = 0; page * Page < now.Total; page++)
            Targets(context, number, page).Delete();
        if (await All(context).GetAsync(cancellationToken) is { } all)
            All(context).Set(all with { Open = [.. all.Open.Where(one => one != number)] });
        List<MarkdownText> lines = [Texts.Say("BroadcastEnded", number, now.Posted, Spaces(now.Total))];
        if (now.UnderWay.Count > 0)
            lines.Add(Texts.Say("BroadcastUnderWay", now.UnderWay.Count));
        if (now.RefusedCount > 0)
            lines.Add(Texts.Say("BroadcastRefused", now.RefusedCount, string.Join(", ", now.Refused)));
        if (now.UnknownCount > 0)
            lines.Add(Texts.Say("BroadcastUnknown", now.UnknownCount, string.Join(", ", now.Unknown)));
        return MarkdownText.Join("\n", lines);
    }

    private static async Task<Reply> ListAsync(BotContext context, CancellationToken cancellationToken)
    {
        var lines = new List<MarkdownText>();
        foreach (var number in (await All(context).GetAsync(cancellationToken))?.Open ?? [])
        {
            if (await One(context, number).GetAsync(cancellationToken) is { } one)
                lines.Add(Markdown.Format($"- **{number}**: {Progress(one.Ended, one.Total)}"));
        }

        return lines.Count == 0 ? Texts.Say("BroadcastNone") : MarkdownText.Join("\n", lines);
    }

    private static async Task<Reply> CancelAsync([Label("number", De = "Nummer")] int number, BotContext context, CancellationToken cancellationToken)
    {
        if (await One(context, number).GetAsync(cancellationToken) is null)
            return Texts.Say("BroadcastNoSuch");
        Stopped(context, number).Set(true);
        // From here too: where it was asked for, the bot or its admin may be gone.
        context.Schedule.In(TimeSpan.Zero, GoOn, number);
        return Texts.Say("BroadcastStopping", number);
    }

    /// <summary>Decoration: the report is a message of its own.</summary>
    private static async Task EditAsync(Sending now, BotContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Messages.EditAsync(now.Room, now.Status, Reply.Text(Progress(now.Ended, now.Total)), cancellationToken);
        }
        catch (WebexRefusedException)
        {
        }
    }

    private static string Progress(int ended, int total) => Texts.Plain("BroadcastSent", ended, total);

    private static string Spaces(int count) => Texts.Plain(count == 1 ? "SpacesOne" : "SpacesMany", count);

    private static StateValue<Known> All(BotContext context) => context.State.Bot<Known>("broadcasts");

    private static StateValue<Sending> One(BotContext context, int number) => context.State.Bot<Sending>($"broadcast {number}");

    private static StateValue<Target[]> Targets(BotContext context, int number, int page) => context.State.Bot<Target[]>($"broadcast {number} spaces {page}");

    /// <summary>Apart, so that whoever stops it does not get in the way of what is under way.</summary>
    private static StateValue<bool> Stopped(BotContext context, int number) => context.State.Bot<bool>($"broadcast {number} stopped");

    private sealed record Known(int Last, IReadOnlyList<int> Open);

    private sealed record Target(RoomId Room, string Title);

    private sealed record Post(string Id, string Title);

    private sealed record Sending(string Markdown, int Total, RoomId Room, MessageId Status)
    {
        public int Next { get; init; }
        public int Posted { get; init; }
        public int RefusedCount { get; init; }
        public int UnknownCount { get; init; }
        public int Edits { get; init; }
        public int Shown { get; init; }
        public IReadOnlyList<Post> UnderWay { get; init; } = [];
        public IReadOnlyList<string> Refused { get; init; } = [];
        public IReadOnlyList<string> Unknown { get; init; } = [];

        public int Ended => Posted + RefusedCount + UnknownCount;
    }
}
