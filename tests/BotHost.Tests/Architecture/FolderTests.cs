namespace BotHost.Tests.Architecture;

/// <summary>Folders point one way. What a folder may name is a promise to whoever reads it: nothing else needs to be understood first.</summary>
public sealed class FolderTests
{
    /// <summary>The root namespace (ids, options, the app) may be named by all and is not listed.</summary>
    private static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Webex"] = [],
        ["Storage"] = [],
        ["Bot"] = [],
        ["Features"] = ["Bot"],
        ["Inbox"] = ["Storage"],
        ["Access"] = ["Storage"],
        ["State"] = ["Storage"],
        ["Schedule"] = ["Inbox", "Storage"],
        // Storage: only the host that leads mends webhooks, and it remembers which Webex has switched off.
        ["Webhooks"] = ["Inbox", "Webex", "Storage"],
        // Access: which hooks there are, and their secrets.
        ["Hooks"] = ["Inbox", "Access"],
        ["CatchUp"] = ["Inbox", "Webex", "Storage"],
        ["Outbox"] = ["Storage", "Webex"],
        ["Identities"] = ["Storage", "Webex"],
        ["Journal"] = ["Storage", "Webex"],
        // Storage: what a turn did and how it ended are one transaction.
        ["Dispatch"] = ["Inbox", "Bot", "Access", "Webex", "Identities", "Outbox", "Journal", "State", "Schedule", "Storage"],
        // Bot: the cards people get, and what their buttons do.
        ["Agents"] = ["Access", "Webex", "Identities", "Inbox", "Outbox", "Dispatch", "Bot", "Storage"],
        ["Operations"] = ["Agents", "Bot", "Webhooks", "Storage", "Inbox", "Outbox", "Journal", "State", "Schedule", "Access", "Webex", "Identities", "Dispatch"],
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_only_what_it_may(string folder)
    {
        var named = OwnTypes(folder)
            .SelectMany(type => TypesNamedBy.Type(type).Select(other => (By: type, Named: Folder(other))))
            .Where(pair => pair.Named is not null && pair.Named != folder)
            .ToList();

        named.Where(pair => !MayName[folder].Contains(pair.Named)).Select(pair => $"{pair.By.FullName} names {pair.Named}").Distinct().ShouldBeEmpty();
        MayName[folder].Except(named.Select(pair => pair.Named)).ShouldBeEmpty("it may name what it does not name");
    }

    [Fact]
    public void Every_folder_is_known() =>
        typeof(BotHostApp).Assembly.GetTypes().Select(Folder).OfType<string>().Distinct().Order()
            .ShouldBe(MayName.Keys.Order());

    [Fact]
    public void The_bot_and_the_simulator_share_nothing()
    {
        typeof(BotHostApp).Assembly.GetReferencedAssemblies().ShouldNotContain(a => a.Name == "WebexSimulator");
        typeof(WebexSimulator.SimulatorApp).Assembly.GetReferencedAssemblies().ShouldNotContain(a => a.Name!.StartsWith("BotHost", StringComparison.Ordinal));
    }

    public static TheoryData<string> Folders => [.. MayName.Keys];

    private static IEnumerable<Type> OwnTypes(string folder) =>
        typeof(BotHostApp).Assembly.GetTypes().Where(type => Folder(type) == folder);

    private static string? Folder(Type type) =>
        type.Assembly == typeof(BotHostApp).Assembly && type.Namespace?.Split('.') is ["BotHost", var folder, ..] ? folder : null;
}
