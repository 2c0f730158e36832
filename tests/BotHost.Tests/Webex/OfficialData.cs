using System.Text.Json;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Webex;

/// <summary>Webex's own description of its API and its examples, where they lie beside the repository; they are not ours to commit.</summary>
internal static class OfficialData
{
    public const string Missing = "Webex's own description is not beside the repository (../shared/webex/data).";

    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "webex", "data");

    public static bool IsThere { get; } = Directory.Exists(Folder);

    /// <summary>The description of the messaging API; undefined where it is missing.</summary>
    public static JsonElement Messaging { get; } = IsThere ? JsonElement.Parse(Read("slice-messaging.json")) : default;

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));
}
