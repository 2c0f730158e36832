using BotHost.Bot;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Bot;

public sealed class DefinitionErrorTests
{
    private sealed record Hidden(string _secret);

    private sealed record Deep(Version Inner, Uri Other);

    private sealed class Desk;

    private sealed class Money : IParsable<Money>
    {
        public static Money Parse(string s, IFormatProvider? provider) => new();

        public static bool TryParse(string? s, IFormatProvider? provider, out Money result) => (result = new Money()) is not null;
    }

    internal interface IMarkedByRefit
    {
        [Refit.Get("/rooms")]
        Task<string> RoomsAsync();
    }

    public static TheoryData<string, Action<BotRoutes>> Wrong => new()
    {
        { "has no words", bot => bot.Command(" ", () => "") },
        { "nobody could type", bot => bot.Command("say \"hi there\"", () => "") },
        { "nobody could type", bot => bot.Command("--x", () => "") },
        { "nobody could type", bot => bot.Command("a`b", () => "") },
        { "defined already: Command \"ping\" (DefinitionErrorTests.cs:", bot => { bot.Command("ping", () => ""); bot.Command("PING", () => ""); } },
        { "defined already", bot => { bot.Command("ü x", () => ""); bot.Command("u\u0308  x", () => ""); } },
        { "defined already", bot => { bot.Command("a", () => ""); bot.Command("b", () => "").Alias("a"); } },
        { "defined already", bot => { bot.Group("a").Command("b", () => ""); bot.Command("a b", () => ""); } },
        { "defined already", bot => { bot.Submit("s", () => ""); bot.Submit("s", () => ""); } },
        { "defined already", bot => { bot.Submit("s", () => ""); bot.Group("g").Submit("t", () => "").Alias("s"); } },
        { "has no name", bot => bot.Submit("", () => "") },
        { "begins with an underscore", bot => bot.Submit("_cancel", () => "") },
        { "There is a fallback already", bot => { bot.Fallback(() => ""); bot.Fallback(() => ""); } },
        { "\"desk\" is Desk, which is neither registered", bot => bot.Command("x", (Desk desk) => "") },
        { "\"desk\" is Desk, which is neither registered", bot => bot.Submit("x", (Desk desk) => "") },
        { "\"names\" is List<String>", bot => bot.Command("x", (List<string> names) => "") },
        { "\"money\" is Money, which is both registered", bot => bot.Command("x", (Money money) => "") },
        { "\"client\" is HttpClient", bot => bot.Command("x", (HttpClient client) => "") },
        { "\"clients\" is IHttpClientFactory", bot => bot.Submit("x", (IHttpClientFactory clients) => "") },
        { "\"rooms\" is IMarkedByRefit", bot => bot.Command("x", (IMarkedByRefit rooms) => "") },
        { "\"press\" is a Submission", bot => bot.Command("x", (Submission press) => "") },
        { "\"text\" is passed by reference", bot => bot.Command("x", (ref string text) => "") },
        { "\"words\" is passed by reference or is a span", bot => bot.Command("x", (params ReadOnlySpan<string> words) => "") },
        { "\"a\" takes all words that remain", bot => bot.Command("x", (int[] a, int b) => "") },
        { "\"a\" takes all words that remain", bot => bot.Command("x", (int[] a, params string[] b) => "") },
        { "\"b\" is required but follows \"a\"", bot => bot.Command("x", (int? a, string b) => "") },
        { "\"loud\" cannot be a flag", bot => bot.Command("x", (bool? loud) => "") },
        { "\"loud\" cannot be a flag", bot => bot.Command("x", (bool loud = true) => "") },
        { "\"loud\" cannot be a flag", bot => bot.Command("x", (bool[] loud) => "") },
        { "\"loud\" cannot be a flag", bot => bot.Command("x", ([Option] bool loud) => "") },
        { "an option or clause takes one value", bot => bot.Command("x", ([Option] int[] n) => "") },
        { "marked both [Option] and [After]", bot => bot.Command("x", ([Option, After("in")] int n) => "") },
        { "begins with one word", bot => bot.Command("x", ([After("in the")] int n) => "") },
        { "a second [After]", bot => bot.Command("x", ([After("in")] int n, [After("at")] int m) => "") },
        { "returns Int32", bot => bot.Command("x", () => 1) },
        { "returns Task<Int32>", bot => bot.Command("x", () => Task.FromResult(1)) },
        { "returns IAsyncEnumerable<Reply>", bot => bot.Command("x", () => Many()) },
        { "async void", bot => bot.Command("x", AsyncVoid) },
        { "bound to an object", bot => bot.Command("x", "a".Shout) },
        { "\"_secret\" begins with an underscore", bot => bot.Submit("x", (Hidden form) => "") },
        { "\"_id\" begins with an underscore", bot => bot.Submit("x", (string _id) => "") },
        { "\"Inner\" of type Version cannot be read from a card", bot => bot.Submit("x", (Deep form) => "") },
        { "\"day\" is a DateTime", bot => bot.Command("x", (DateTime? day) => "") },
        { "\"b\" is a second one for files", bot => bot.Command("x", (AttachedFile a, AttachedFile b) => "") },
        { "\"a\" is a file, which comes with the message", bot => bot.Command("x", ([Option] AttachedFile a) => "") },
        { "\"a\" is a file, and a card cannot", bot => bot.Submit("x", (AttachedFile a) => "") },
        { "There is a route for memberships/created (the bot) already", bot => { bot.OnAdded(() => ""); bot.On("memberships", "created", () => ""); } },
        { "There is a route for rooms/updated already", bot => { bot.OnRoomUpdated(() => ""); bot.OnRoomUpdated(() => ""); } },
        { "Webex tells bots of no \"membership\"", bot => bot.On("membership", "created", () => "") },
        { "Webex does not tell of rooms/deleted", bot => bot.On("rooms", "deleted", () => "") },
        { "Use Command, Fallback or Submit", bot => bot.On("messages", "created", () => "") },
        { "no room to reply in", bot => bot.OnRemoved(() => "bye") },
        { "no room to reply in", bot => bot.On("meetings", "started", () => "hello") },
        { "\"room\" is Room, which meetings/ended does not have", bot => bot.On("meetings", "ended", (Room room) => { }) },
        { "\"who\" is Member, which rooms/updated does not have", bot => bot.OnRoomUpdated((Member who) => "") },
        { "\"text\" is String, which is not registered", bot => bot.OnAdded((string text) => "") },
        { "\"who\" is Member, which only an event has", bot => bot.Command("x", (Member who) => "") },
        { "no other name", bot => bot.OnAdded(() => "").Alias("x") },
        { "belongs to no room", bot => bot.On("meetings", "ended", () => { }).GroupOnly() },
        { "both DirectOnly and GroupOnly", bot => bot.Command("x", () => "").DirectOnly().GroupOnly() },
        { "marked AlsoOwn", bot => bot.Command("x", () => "").AlsoOwn() },
        { "The deadline is 00:00:00", bot => bot.Command("x", () => "").Deadline(TimeSpan.Zero) },
        { "Policy.People has an empty name or none", bot => bot.Command("x", () => "").Allow(Policy.People()) },
        { "Policy.Organisations has an empty name", bot => bot.Group("g").Allow(Policy.AnyOf(Policy.Organisations(""))).Command("x", () => "") },
        { "\"@example.com\", which is no whole domain", bot => bot.Command("x", () => "").Allow(Policy.Domains("@example.com")) },
        { "Policy.AllOf has no parts", bot => bot.Command("x", () => "").Allow(Policy.AllOf()) },
        { "\"who\" of type Mention cannot be read from a card", bot => bot.Submit("x", (Mention who) => "") },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_wrong_definition_names_its_route_its_line_and_what_to_change(string problem, Action<BotRoutes> define)
    {
        var thrown = Should.Throw<BotDefinitionException>(() => Build(define));

        var found = thrown.Problems.First(text => text.Contains(problem, StringComparison.Ordinal));
        found.ShouldMatch(@"^(Command|Submit|Fallback|Event).* \(DefinitionErrorTests\.cs:\d+\): .*\.$");
        thrown.Message.ShouldNotContain("/DefinitionErrorTests");
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        var thrown = Should.Throw<BotDefinitionException>(() => Build(bot =>
        {
            bot.Command("", (Desk desk) => 1);
            bot.Submit("_x", (HttpClient client) => "");
        }));

        thrown.Problems.Count.ShouldBe(5);
        thrown.Problems.ShouldAllBe(problem => thrown.Message.Contains(problem));
    }

    private static void Build(Action<BotRoutes> define) => _ = new Chat(define, services => services.AddSingleton(new Money()));

    private static async IAsyncEnumerable<Reply> Many()
    {
        await Task.Yield();
        yield return "x";
    }

    private static async void AsyncVoid() => await Task.Yield();
}

internal static class Shouting
{
    public static string Shout(this string text) => text;
}
