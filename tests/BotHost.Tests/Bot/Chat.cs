using System.Text.Json;
using BotHost.Bot;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Bot;

/// <summary>A conversation with routes alone: no host, no Webex.</summary>
internal sealed class Chat : IAuthoriser
{
    public static readonly PersonId Ann = new("ann");

    private readonly ServiceProvider _services;
    private readonly RouteTable _table;

    public Chat(Action<BotRoutes> define, Action<IServiceCollection>? register = null)
    {
        var routes = new BotRoutes();
        define(routes);
        var services = new ServiceCollection();
        services.AddSingleton(_ => _table!.Catalogue);
        register?.Invoke(services);
        _services = services.BuildServiceProvider();
        _table = routes.Build(_services.GetRequiredService<IServiceProviderIsService>());
    }

    public RouteTable Table => _table;

    /// <summary>What the authoriser answers; null lets everybody in.</summary>
    public Func<Policy, Reply?> Refuse { get; init; } = _ => null;

    public CancellationToken Aborted { get; init; } = TestContext.Current.CancellationToken;

    /// <summary>The text with <c>@Name</c> as mentions of a person whose id is the name.</summary>
    public ValueTask<TurnResult> RunAsync(string text, params string[] mentioned)
    {
        var spans = mentioned.Select(name => new MentionSpan(text.IndexOf(name, StringComparison.Ordinal), name.Length, new PersonId(name), name));
        return _table.RunAsync(Context(text, [.. spans], null), this);
    }

    public ValueTask<TurnResult> PressAsync(string submit, object inputs) =>
        _table.RunAsync(Context("", [], new Submission(submit, Inputs(inputs), new MessageId("card"))), this);

    /// <summary>The last thing said, or "" for nothing.</summary>
    public async Task<string> SayAsync(string text, params string[] mentioned) => Last(await RunAsync(text, mentioned));

    public async Task<string> SubmitAsync(string submit, object inputs) => Last(await PressAsync(submit, inputs));

    public static string[] Said(TurnResult result) => [.. result.Effects.Select(effect => effect.Reply.Body)];

    public ValueTask<Reply?> RefusalAsync(BotContext context, Policy policy, CancellationToken cancellationToken) => new(Refuse(policy));

    private static string Last(TurnResult result) => result.Effects is [.., var last] ? last.Reply.Body : "";

    private static Dictionary<string, JsonElement> Inputs(object inputs) =>
        JsonSerializer.SerializeToElement(inputs).EnumerateObject().ToDictionary(property => property.Name, property => property.Value);

    private BotContext Context(string text, IReadOnlyList<MentionSpan> mentions, Submission? submission) => new(NoSteps.Instance)
    {
        Sender = new Person(Ann, "ann@example.com"),
        Room = new Room(new RoomId("room"), IsDirect: true),
        Message = new Incoming(new MessageId("message"), null, text, mentions),
        Submission = submission,
        Spaces = NoWorld.Instance,
        Memberships = NoWorld.Instance,
        People = NoWorld.Instance,
        Messages = NoWorld.Instance,
        State = new TurnState(NoWorld.Instance, Ann, new RoomId("room")),
        Schedule = NoWorld.Instance,
        Teams = NoWorld.Instance,
        Meetings = NoWorld.Instance,
        Hooks = NoWorld.Instance,
        Services = _services,
        IdempotencyKey = "turn",
        Aborted = Aborted,
    };
}
