using System.Text.Json;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Webex;

/// <summary>Webex's own description of its API and its examples, where they lie beside the repository; they are not ours to commit.</summary>
internal static class OfficialData
{
    public const string Missing = "Webex's own description is not beside the repository (../shared/webex/data).";

    private static string[] Files => ["slice-messaging.json", "slice-meetings-core.json", "slice-admin-auth.json"];

    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "webex", "data");

    public static bool IsThere { get; } = Directory.Exists(Folder);

    /// <summary>The descriptions of the APIs for messaging, meetings and administration; none where they are missing.</summary>
    public static IReadOnlyList<JsonElement> Documents { get; } =
        IsThere ? [.. Files.Select(file => JsonElement.Parse(Read(file)))] : [];

    /// <summary>Every path they describe, with what it allows and the document it stands in.</summary>
    public static IReadOnlyDictionary<string, (JsonElement Operations, JsonElement Document)> Paths { get; } = Documents
        .SelectMany(document => document.GetProperty("paths").EnumerateObject().Select(path => (path, document)))
        .ToDictionary(each => each.path.Name, each => (each.path.Value, each.document));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));
}
