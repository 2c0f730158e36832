using System.Text.Json;
using BotHost.Access;
using BotHost.Agents;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Agents;

/// <summary>What is said about the tools: to models, and to the people who give them.</summary>
public sealed class ToolDeclarationTests
{
    /// <summary>Of the official servers for messaging and meetings.</summary>
    private static readonly string[] Official =
    [
        "webex-create-message", "webex-edit-message", "webex-delete-message", "webex-get-message", "webex-search-messages", "webex-create-space", "webex-get-space",
        "webex-update-space", "webex-delete-space", "webex-search-spaces", "webex-add-membership", "webex-get-membership", "webex-update-membership", "webex-remove-membership",
        "webex-create-webhook", "webex-get-webhook", "webex-update-webhook", "webex-delete-webhook", "webex-share-file", "webex-upload-file", "webex-get-file-details",
        "webex-download-file", "webex-create-thread-reply", "webex-get-thread", "webex-list-meetings", "webex-create-meeting", "webex-update-meeting", "webex-delete-meeting",
        "webex-get-meeting-status", "webex-get-meeting-summary", "webex-list-recordings", "webex-list-transcripts",
    ];

    public static TheoryData<string> Names => [.. ShippedTools.All.Select(tool => tool.Name)];

    [Fact]
    public void The_official_servers_tools_are_among_them() => Official.Except(ShippedTools.All.Select(tool => tool.Name)).ShouldBeEmpty();

    [Fact]
    public void Every_declaration_is_listed() =>
        typeof(ShippedTools).Assembly.GetTypes().Where(type => type.Namespace == "BotHost.Agents").Select(type => type.GetProperty("Tool")?.PropertyType == typeof(AgentTool) ? (AgentTool)type.GetProperty("Tool")!.GetValue(null)! : null)
            .OfType<AgentTool>().Select(tool => tool.Name).Order().ShouldBe(ShippedTools.All.Select(tool => tool.Name).Order());

    [Fact]
    public void The_page_has_the_table_of_them()
    {
        var table = string.Join('\n', ShippedTools.All.Select(tool => $"| `{tool.Name}` | `{Kebab(tool.Resource.ToString())}` | `{tool.Level.ToString().ToLowerInvariant()}` | {tool.Title} |"));

        File.ReadAllText(Path.Combine(Repository.Root, "src", "BotHost", "docs", "agents.md")).ShouldContain(table);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_arguments_are_described_and_its_hints_hold(string name)
    {
        var tool = ShippedTools.All.Single(one => one.Name == name);
        var (schema, hints) = (tool.Declared.InputSchema, tool.Declared.Annotations!);

        schema.GetProperty("type").GetString().ShouldBe("object");
        schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        foreach (var property in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default)
        {
            property.Value.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(property.Name);
            property.Value.GetProperty("type").ValueKind.ShouldBe(JsonValueKind.String, property.Name);
            property.Value.TryGetProperty("default", out _).ShouldBeFalse(property.Name);
        }

        hints.ReadOnlyHint.ShouldBe(tool.Level == AgentLevel.Read);
        hints.IdempotentHint.ShouldBe(tool.IsIdempotent);
        if (tool.Level == AgentLevel.Read)
            hints.DestructiveHint.ShouldBe(false);
        if (name.Contains("-delete-", StringComparison.Ordinal) || name.Contains("-remove-", StringComparison.Ordinal))
            hints.DestructiveHint.ShouldBe(true);
        tool.Title.ShouldNotBeNullOrEmpty();
        tool.Description.ShouldEndWith(".");
    }

    [Fact]
    public void The_id_of_what_came_of_it_is_a_text_whatever_it_is()
    {
        ToolOutput.Of(new { id = 7 }).Id.ShouldBe("7");
        ToolOutput.Deleted("seven").Id.ShouldBe("seven");
        ToolOutput.Of(new { id = new { number = 7 } }).Id.ShouldBeNull();
    }

    private static string Kebab(string words) => JsonNamingPolicy.KebabCaseLower.ConvertName(words);
}
