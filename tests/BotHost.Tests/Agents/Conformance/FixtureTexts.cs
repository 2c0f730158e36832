using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace BotHost.Tests.Agents.Conformance;

/// <summary>The resources that the conformance suite reads.</summary>
[McpServerResourceType]
internal sealed class FixtureResources
{
    [McpServerResource(UriTemplate = "test://static-text", Name = "static-text", MimeType = "text/plain"), Description("A text.")]
    public static string Text() => "This is the content of the static text resource.";

    [McpServerResource(UriTemplate = "test://static-binary", Name = "static-binary", MimeType = "image/png"), Description("An image.")]
    public static BlobResourceContents Binary() => BlobResourceContents.FromBytes(Convert.FromBase64String(FixtureTools.Png), "test://static-binary", "image/png");

    [McpServerResource(UriTemplate = "test://template/{id}/data", Name = "template", MimeType = "application/json"), Description("Something with an id.")]
    public static TextResourceContents Template(string id) => new()
    {
        Uri = $"test://template/{id}/data", MimeType = "application/json", Text = $$"""{"id":"{{id}}","templateTest":true,"data":"Data for ID: {{id}}"}""",
    };
}

/// <summary>The prompts that the conformance suite gets.</summary>
[McpServerPromptType]
internal sealed class FixturePrompts
{
    [McpServerPrompt(Name = "test_simple_prompt"), Description("A prompt.")]
    public static string Simple() => "This is a simple prompt for testing.";

    [McpServerPrompt(Name = "test_prompt_with_arguments"), Description("A prompt with arguments.")]
    public static string Arguments([Description("First test argument")] string arg1, [Description("Second test argument")] string arg2) =>
        $"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'";

    [McpServerPrompt(Name = "test_prompt_with_embedded_resource"), Description("A prompt with a resource.")]
    public static IEnumerable<PromptMessage> Resource([Description("URI of the resource to embed")] string resourceUri) =>
    [
        Says(new EmbeddedResourceBlock { Resource = new TextResourceContents { Uri = resourceUri, MimeType = "text/plain", Text = "Embedded resource content for testing." } }),
        Says(new TextContentBlock { Text = "Please process the embedded resource above." }),
    ];

    [McpServerPrompt(Name = "test_prompt_with_image"), Description("A prompt with an image.")]
    public static IEnumerable<PromptMessage> Image() => [Says(FixtureTools.Image()), Says(new TextContentBlock { Text = "Please analyze the image above." })];

    private static PromptMessage Says(ContentBlock content) => new() { Role = Role.User, Content = content };
}
