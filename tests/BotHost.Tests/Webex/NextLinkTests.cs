using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class NextLinkTests
{
    [Theory]
    [InlineData("<https://a/b?x=1,2;3>; rel=\"next\"", "https://a/b?x=1,2;3")]
    [InlineData("<https://a/b>;rel=next", "https://a/b")]
    [InlineData("<https://a/b> ; REL = \"last NEXT\"", "https://a/b")]
    [InlineData("<https://a/1>; rel=\"prev\", <https://a/2>; title=\"x, y\"; rel=\"next\"", "https://a/2")]
    [InlineData("<https://a/1>; title=\"t\", <https://a/2>; rel=\"next\"", "https://a/2")]
    [InlineData("<https://a/1>; rel=\"nextish\"", null)]
    [InlineData("<https://a/1>", null)]
    [InlineData("https://a/1; rel=next", null)]
    [InlineData("", null)]
    public void Only_next_is_taken(string header, string? expected)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Link", header);

        NextLink.Of(response).ShouldBe(expected);
    }

    [Fact]
    public void Several_headers_are_read_like_one()
    {
        using var response = new HttpResponseMessage();
        response.Headers.Add("Link", ["<https://a/1>; rel=\"first\"", "<https://a/2>; rel=\"next\""]);

        NextLink.Of(response).ShouldBe("https://a/2");
    }
}
