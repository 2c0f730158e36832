// The suite asks for what newer revisions leave out.
#pragma warning disable MCP9001, MCP9005
using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace BotHost.Tests.Agents.Conformance;

/// <summary>The tools that the conformance suite calls by name. What each must do is said by <c>conformance list</c> and the suite's scenarios.</summary>
[McpServerToolType]
internal sealed class FixtureTools
{
    public const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
    private const string Wav = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

    public static McpServerTool Schema { get; } = WithSchema();

    [McpServerTool(Name = "test_simple_text"), Description("Returns a text.")]
    public static string SimpleText() => "This is a simple text response for testing.";

    [McpServerTool(Name = "test_image_content"), Description("Returns an image.")]
    public static ImageContentBlock Image() => ImageContentBlock.FromBytes(Convert.FromBase64String(Png), "image/png");

    [McpServerTool(Name = "test_audio_content"), Description("Returns a sound.")]
    public static AudioContentBlock Audio() => AudioContentBlock.FromBytes(Convert.FromBase64String(Wav), "audio/wav");

    [McpServerTool(Name = "test_embedded_resource"), Description("Returns a resource.")]
    public static EmbeddedResourceBlock Embedded() => new()
    {
        Resource = new TextResourceContents { Uri = "test://embedded-resource", MimeType = "text/plain", Text = "This is an embedded resource content." },
    };

    [McpServerTool(Name = "test_multiple_content_types"), Description("Returns several things.")]
    public static IEnumerable<ContentBlock> Several() =>
    [
        new TextContentBlock { Text = "Multiple content types test:" },
        Image(),
        new EmbeddedResourceBlock
        {
            Resource = new TextResourceContents { Uri = "test://mixed-content-resource", MimeType = "application/json", Text = """{"test":"data","value":123}""" },
        },
    ];

    [McpServerTool(Name = "test_error_handling"), Description("Fails.")]
    public static string Fail() => throw new McpException("This tool intentionally returns an error for testing");

    [McpServerTool(Name = "test_tool_with_logging"), Description("Logs while it runs.")]
    public static async Task<string> LogAsync(RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        foreach (var text in (string[])["Tool execution started", "Tool processing data", "Tool execution completed"])
        {
            await context.Server.SendNotificationAsync(
                NotificationMethods.LoggingMessageNotification, new LoggingMessageNotificationParams { Level = LoggingLevel.Info, Data = JsonSerializer.SerializeToElement(text) },
                cancellationToken: cancellationToken);
            await PauseAsync(50, cancellationToken);
        }

        return "Logged.";
    }

    [McpServerTool(Name = "test_tool_with_progress"), Description("Reports how far it is.")]
    public static async Task<string> ProgressAsync(IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        foreach (var done in (int[])[0, 50, 100])
        {
            progress.Report(new ProgressNotificationValue { Progress = done, Total = 100 });
            await PauseAsync(50, cancellationToken);
        }

        return "Done.";
    }

    [McpServerTool(Name = "test_sampling"), Description("Asks the client's model.")]
    public static async Task<string> SampleAsync(McpServer server, string prompt, CancellationToken cancellationToken)
    {
        var answer = await server.SampleAsync(
            new CreateMessageRequestParams { Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = prompt }] }], MaxTokens = 100 }, cancellationToken);
        return $"LLM response: {answer.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text}";
    }

    [McpServerTool(Name = "test_elicitation"), Description("Asks the person.")]
    public static Task<string> ElicitAsync(McpServer server, string message, CancellationToken cancellationToken) => AskAsync(server, message, "User response", new()
    {
        Properties =
        {
            ["username"] = new ElicitRequestParams.StringSchema { Description = "User's response" },
            ["email"] = new ElicitRequestParams.StringSchema { Description = "User's email address" },
        },
        Required = ["username", "email"],
    }, cancellationToken);

    [McpServerTool(Name = "test_elicitation_sep1034_defaults"), Description("Asks the person, with defaults.")]
    public static Task<string> DefaultsAsync(McpServer server, CancellationToken cancellationToken) => AskAsync(server, "Please check.", "Elicitation completed", new()
    {
        Properties =
        {
            ["name"] = new ElicitRequestParams.StringSchema { Default = "John Doe" },
            ["age"] = new ElicitRequestParams.NumberSchema { Type = "integer", Default = 30 },
            ["score"] = new ElicitRequestParams.NumberSchema { Default = 95.5 },
            ["status"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema { Enum = ["active", "inactive", "pending"], Default = "active" },
            ["verified"] = new ElicitRequestParams.BooleanSchema { Default = true },
        },
    }, cancellationToken);

    [McpServerTool(Name = "test_elicitation_sep1330_enums"), Description("Asks the person, with choices.")]
    public static Task<string> ChoicesAsync(McpServer server, CancellationToken cancellationToken) => AskAsync(server, "Please choose.", "Elicitation completed", new()
    {
        Properties =
        {
            ["untitledSingle"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema { Enum = ["option1", "option2", "option3"] },
            ["titledSingle"] = new ElicitRequestParams.TitledSingleSelectEnumSchema { OneOf = Titled("value", "Option") },
            ["legacyEnum"] = new ElicitRequestParams.LegacyTitledEnumSchema { Enum = ["opt1", "opt2", "opt3"], EnumNames = ["Option One", "Option Two", "Option Three"] },
            ["untitledMulti"] = new ElicitRequestParams.UntitledMultiSelectEnumSchema { Items = new() { Enum = ["option1", "option2", "option3"] } },
            ["titledMulti"] = new ElicitRequestParams.TitledMultiSelectEnumSchema { Items = new() { AnyOf = Titled("value", "Choice") } },
        },
    }, cancellationToken);

    [McpServerTool(Name = "test_reconnection"), Description("Ends the stream before it has answered.")]
    public static async Task<string> ReconnectAsync(RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        await context.EnablePollingAsync(TimeSpan.FromMilliseconds(500), cancellationToken);
        await PauseAsync(100, cancellationToken);
        return "Reconnection test completed successfully";
    }

    private static async Task<string> AskAsync(McpServer server, string message, string title, ElicitRequestParams.RequestSchema schema, CancellationToken cancellationToken)
    {
        var answer = await server.ElicitAsync(new ElicitRequestParams { Message = message, RequestedSchema = schema }, cancellationToken);
        return $"{title}: action={answer.Action}, content={JsonSerializer.Serialize(answer.Content)}";
    }

    private static List<ElicitRequestParams.EnumSchemaOption> Titled(string value, string title) =>
        [.. ((string[])["First", "Second", "Third"]).Select((word, index) => new ElicitRequestParams.EnumSchemaOption { Const = $"{value}{index + 1}", Title = $"{word} {title}" })];

    private static McpServerTool WithSchema()
    {
        var tool = McpServerTool.Create(() => "OK", new McpServerToolCreateOptions { Name = "json_schema_2020_12_tool", Description = "Has all the words of a schema." });
        tool.ProtocolTool.InputSchema = JsonElement.Parse(
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "$defs": { "address": { "type": "object", "properties": { "street": { "type": "string" }, "city": { "type": "string" } } } },
              "properties": { "name": { "type": "string" }, "address": { "$ref": "#/$defs/address" } },
              "additionalProperties": false
            }
            """);
        return tool;
    }

    /// <summary>As long as the suite wants between two things.</summary>
    private static Task PauseAsync(int milliseconds, CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, cancellationToken);
}
