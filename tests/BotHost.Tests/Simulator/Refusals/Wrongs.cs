using System.Text.Json.Nodes;
using static BotHost.Tests.Simulator.Refusals.Said;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>Values that are wrong for every parameter of their kind.</summary>
internal static class Wrongs
{
    /// <summary>A key that nothing has.</summary>
    private const string NoKey = "deadbeef-0000-4000-8000-000000000000";

    public static IEnumerable<Wrong> Paging => [.. Query("max", "0", "-1", "many", "1.5", "99999999999"), .. Query("cursor", "x", "5", "5_x")];

    public static IEnumerable<Wrong> Flags(params string[] names) => names.SelectMany(name => Query(name, "perhaps", "1"));

    public static IEnumerable<Wrong> Times(params string[] names) => names.SelectMany(name => Query(name, "yesterday", "2026-13-01T00:00:00.000Z"));

    /// <summary>In a body, what is no text.</summary>
    public static IEnumerable<Wrong> NoTexts(params string[] names) => Body(names, 5, true, new JsonObject(), new JsonArray("x"));

    /// <summary>In a body, what is neither true nor false, not even as a text.</summary>
    public static IEnumerable<Wrong> NoFlags(params string[] names) => Body(names, 5, "perhaps", new JsonObject(), new JsonArray(true));

    public static IEnumerable<Wrong> NoNumbers(params string[] names) => Body(names, "x", true, new JsonObject(), new JsonArray(5));

    public static IEnumerable<Wrong> NoObjects(params string[] names) => Body(names, 5, true, "x", new JsonArray("x"));

    /// <summary>What is no list, and is in none.</summary>
    public static IEnumerable<Wrong> NoLists(params string[] names) => Body(names, 5, true, new JsonArray(5));

    /// <summary>No id of a meeting, and one that nothing has. They are no base64, so nothing is said of that.</summary>
    public static IEnumerable<Wrong> NoMeeting(string name) =>
        Each(name, 404, NotFound, "nobodys", "{carolsOrganisation}", new string('Y', 2_000), "00000000000000000000000000000000", "00000000000000000000000000000000_I_1");

    /// <summary>Somebody else's, by one who is no administrator; and of nobody, or of another organisation, by one who is.</summary>
    public static IEnumerable<Wrong> OfOthers(string name) =>
    [
        new(403, null, new Dictionary<string, object> { [name] = "bob@example.com" }, "carol"),
        .. new[] { "nobody@example.com", "dave@elsewhere.example", "bothost@webex.bot" }.Select(email =>
            new Wrong(404, NotFound, new Dictionary<string, object> { [name] = email }, "alice")),
    ];

    /// <summary>No id, one of another kind, one too long, and one of nothing.</summary>
    public static IEnumerable<Wrong> Unknown(string name, string type, string text = NotFound, int status = 404) =>
        Each(name, status, text, "x", "{carolsOrganisation}", new string('Y', 2_000), type is "CONTENT" ? Ids.Make(type, $"{NoKey}/0") : Ids.Make(type, Key(type)));

    private static string Key(string type) => type.EndsWith("MEMBERSHIP", StringComparison.Ordinal) ? $"{NoKey}:{NoKey}" : NoKey;

    private static IEnumerable<Wrong> Query(string name, params string[] values) => Each(name, 400, Invalid(name), values);

    private static IEnumerable<Wrong> Body(string[] names, params object[] values) => names.SelectMany(name => Each(name, 400, Malformed, values));

    private static IEnumerable<Wrong> Each(string name, int status, string text, params object[] values) =>
        values.Select(value => new Wrong(status, text, new Dictionary<string, object> { [name] = value }, ""));
}
