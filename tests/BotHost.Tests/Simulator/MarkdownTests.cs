using System.Diagnostics;

namespace BotHost.Tests.Simulator;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**b** *i* _i_ `c`", "<p><strong>b</strong> <em>i</em> <em>i</em> <code>c</code></p>", "b i i c")]
    [InlineData("# One\n## Two", "<h1>One</h1>\n<h2>Two</h2>", "One\nTwo")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "a\nb")]
    [InlineData("1) a\n2) b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "a\nb")]
    [InlineData("> wise", "<blockquote>\n<p>wise</p>\n</blockquote>", "wise")]
    [InlineData("```\nlet x = <@all>\n```", "<pre><code>let x = &lt;@all&gt;\n</code></pre>", "let x = <@all>")]
    [InlineData("one  \ntwo", "<p>one<br />\ntwo</p>", "one\ntwo")]
    [InlineData("one\n\ntwo", "<p>one</p>\n<p>two</p>", "one\ntwo")]
    [InlineData("[here](https://example.com/a)", "<p><a href=\"https://example.com/a\" rel=\"nofollow\">here</a></p>", "here")]
    [InlineData("[here](javascript:alert(1))", "<p>here</p>", "here")]
    [InlineData("![pic](https://example.com/a.png)", "<p><a href=\"https://example.com/a.png\" rel=\"nofollow\">pic</a></p>", "pic")]
    [InlineData("<b>bold</b> & so", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; so</p>", "<b>bold</b> & so")]
    [InlineData("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>", "<script>x</script>")]
    [InlineData("Ünïcode 😀", "<p>Ünïcode 😀</p>", "Ünïcode 😀")]
    [InlineData("\\*no\\*", "<p>*no*</p>", "*no*")]
    [InlineData("`<@all>`", "<p><code>&lt;@all&gt;</code></p>", "<@all>")]
    public async Task Markdown_is_rendered(string markdown, string html, string text)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var message = (await webex.Alice.PostAsync("messages", new { roomId = room, markdown })).Ok();
        message.Text("html").ShouldBe(html);
        message.Text("text").ShouldBe(text);
        message.Text("markdown").ShouldBe(markdown);
        message.Has("mentionedGroups").ShouldBeFalse();
    }

    [Theory]
    [InlineData("<@personEmail:bothost@webex.bot> ping", "BotHost ping", "BotHost")]
    [InlineData("<@PERSONEMAIL:BotHost@webex.bot> ping", "BotHost ping", "BotHost")]
    [InlineData("<@personEmail:bothost@webex.bot|Robot *1*> ping", "Robot *1* ping", "Robot *1*")]
    [InlineData("<@personId:{bot}> ping", "BotHost ping", "BotHost")]
    [InlineData("<@personId:{bot}|R> ping", "R ping", "R")]
    public async Task A_member_is_mentioned(string markdown, string text, string name)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bot);
        var message = (await webex.Alice.PostAsync("messages", new { roomId = room, markdown = markdown.Replace("{bot}", webex.Bot.Id, StringComparison.Ordinal) })).Ok();
        message.Text("text").ShouldBe(text);
        message.Text("html").ShouldBe($"<p><spark-mention data-object-type=\"person\" data-object-id=\"{webex.Bot.Id}\">{name}</spark-mention> ping</p>");
        message.Texts("mentionedPeople").ShouldBe([webex.Bot.Id]);
    }

    [Theory]
    [InlineData("<@personEmail:dave@elsewhere.example> hi")]
    [InlineData("<@personEmail:nobody@nowhere.example|No> hi")]
    [InlineData("<@personId:junk> hi")]
    [InlineData("<@here> hi")]
    public async Task Somebody_who_is_not_in_the_room_stays_text(string markdown)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var message = (await webex.Alice.PostAsync("messages", new { roomId = room, markdown })).Ok();
        message.Text("text").ShouldBe(markdown);
        message.Has("mentionedPeople").ShouldBeFalse();
        message.Text("html").ShouldNotContain("spark-mention");
    }

    [Fact]
    public async Task Everybody_is_mentioned()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var message = (await webex.Alice.PostAsync("messages", new { roomId = room, markdown = "<@ALL> hi" })).Ok();
        message.Texts("mentionedGroups").ShouldBe(["all"]);
        message.Text("text").ShouldBe("All hi");
        message.Text("html").ShouldBe("<p><spark-mention data-object-type=\"groupMention\" data-group-type=\"all\">All</spark-mention> hi</p>");
    }

    [Fact]
    public async Task The_text_given_beside_the_markdown_is_kept()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        (await webex.Alice.PostAsync("messages", new { roomId = room, markdown = "**a**", text = "plain a" })).Ok().Text("text").ShouldBe("plain a");
    }

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    [InlineData('>')]
    [InlineData('*')]
    [InlineData('<')]
    [InlineData('`')]
    public async Task The_worst_markdown_is_no_burden(char mark)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var watch = Stopwatch.StartNew();
        (await webex.Alice.PostAsync("messages", new { roomId = room, markdown = new string(mark, 7439) })).Ok();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }
}
