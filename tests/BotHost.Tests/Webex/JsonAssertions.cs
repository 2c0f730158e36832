using System.Text.Json.Nodes;

namespace BotHost.Tests.Webex;

internal static class JsonAssertions
{
    /// <summary>The same value, whatever the white space, the escapes and the order of members.</summary>
    public static void ShouldBeJson(this string actual, string expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(actual), JsonNode.Parse(expected)).ShouldBeTrue($"expected {expected}, got {actual}");
}
