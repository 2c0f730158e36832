using System.Text;
using BotHost.Bot;
using BotHost.Dispatch;

namespace BotHost.Tests.Dispatch;

/// <summary>What is left of a message without the bot's mention, and where the others are mentioned. In the html, <c>{x}Name{/}</c> is a mention of x.</summary>
public sealed class MentionReaderTests
{
    private static readonly PersonId Self = Id("b07b07b0-0000-4000-8000-000000000001");
    private static readonly PersonId Ann = Id("a22a22a2-0000-4000-8000-000000000002");

    [Theory]
    [InlineData("BotHost ping", "<p>{b}BotHost{/} ping</p>", "ping")]
    [InlineData("ping BotHost", "<p>ping {b}BotHost{/}</p>", "ping")]
    [InlineData("please BotHost ping", "<p>please {b}BotHost{/} ping</p>", "please ping")]
    [InlineData("BotHost: ping", "<p>{b}BotHost{/}: ping</p>", "ping")]
    [InlineData("BotHost, ping", "<p>{b}BotHost{/}, ping</p>", "ping")]
    [InlineData("a: BotHost, b", "<p>a: {b}BotHost{/}, b</p>", "a: , b")]
    [InlineData("BotHost\nping", "<p>{b}BotHost{/}<br>ping</p>", "ping")]
    [InlineData("BotHost", "<p>{b}BotHost{/}</p>", "")]
    [InlineData("BotHost ping BotHost", "<p>{b}BotHost{/} ping {b}BotHost{/}</p>", "ping")]
    [InlineData("rename BotHost BotHost", "<p>rename BotHost {b}BotHost{/}</p>", "rename BotHost")]
    [InlineData("BotHost rename BotHost", "<p>{b}BotHost{/} rename BotHost</p>", "rename BotHost")]
    [InlineData("BotHostess is no BotHost ping", "<p>BotHostess is no {b}BotHost{/} ping</p>", "BotHostess is no ping")]
    [InlineData("Bot ping", "<p>{b}Bot{/} ping</p>", "ping")]
    [InlineData("R&D <Bot> say 1 < 2 & 3", "<p>{b}R&amp;D &lt;Bot&gt;{/} say 1 &lt; 2 &amp; 3</p>", "say 1 < 2 & 3")]
    [InlineData("All BotHost ping", "<p><spark-mention data-object-type=\"groupMention\" data-group-type=\"all\">All</spark-mention> {b}BotHost{/} ping</p>", "All ping")]
    [InlineData("BotHost\u00a0 ping", "<p>{b}BotHost{/}&nbsp; ping</p>", "ping")]
    [InlineData("  spaces   stay ", null, "spaces   stay")]
    [InlineData("BotHost ping", null, "ping")]
    [InlineData("bothost ping", null, "ping")]
    [InlineData("BotHosts ping", null, "BotHosts ping")]
    [InlineData("ping BotHost", null, "ping BotHost")]
    public void The_bots_mention_is_taken_out_wherever_it_stands_and_nothing_else(string text, string? html, string expected) =>
        Read(text, html).Text.ShouldBe(expected);

    [Theory]
    [InlineData("BotHost add Ann", "<p>{b}BotHost{/} add {a}Ann{/}</p>", "add Ann", 4)]
    [InlineData("Ann BotHost add", "<p>{a}Ann{/} {b}BotHost{/} add</p>", "Ann add", 0)]
    [InlineData("Anna, BotHost add Ann", "<p>Anna, {b}BotHost{/} add {a}Ann{/}</p>", "Anna, add Ann", 10)]
    [InlineData("  BotHost  add  Ann now", "<p>  {b}BotHost{/}  add  {a}Ann{/} now</p>", "add  Ann now", 5)]
    [InlineData("BotHost add Ann and Ann", "<p>{b}BotHost{/} add Ann and {a}Ann{/}</p>", "add Ann and Ann", 12)]
    public void Other_peoples_mentions_stay_where_they_are(string text, string html, string expected, int start)
    {
        var read = Read(text, html);

        read.Text.ShouldBe(expected);
        read.Mentions.ShouldHaveSingleItem().ShouldBe(new MentionSpan(start, 3, Ann, "Ann"));
    }

    [Fact]
    public void Of_two_bots_of_one_name_only_our_own_goes()
    {
        var read = Read("Bot Bot ping", "<p>{a}Bot{/} {b}Bot{/} ping</p>");

        read.Text.ShouldBe("Bot ping");
        read.Mentions.ShouldHaveSingleItem().Start.ShouldBe(0);
    }

    [Fact]
    public void A_bare_UUID_in_the_html_is_the_person_whose_id_holds_it()
    {
        var html = """<p><spark-mention data-object-type="person" data-object-id="b07b07b0-0000-4000-8000-000000000001">BotHost</spark-mention> ping</p>""";

        MentionReader.Read("BotHost ping", html, [Self, Ann], Self, "BotHost").Text.ShouldBe("ping");
    }

    [Fact]
    public void Without_html_the_first_word_of_the_name_will_do() =>
        MentionReader.Read("Bot ping", null, [Self], Self, "Bot Host").Text.ShouldBe("ping");

    [Fact]
    public void A_direct_room_has_no_mention_to_take_out() =>
        MentionReader.Read("BotHost is my name", null, [], Self, "BotHost").Text.ShouldBe("BotHost is my name");

    [Fact]
    public void Html_that_does_not_agree_with_the_text_takes_nothing_out_of_it() =>
        Read("ping", "<p>{b}BotHost{/} ping").Text.ShouldBe("ping");

    [Theory]
    [InlineData("<blockquote>")]
    [InlineData("<b><i>")]
    [InlineData("<table><tr><td>")]
    public void However_deep_the_html_is_nested_it_is_read(string tag) =>
        Read("BotHost ping", string.Concat(Enumerable.Repeat(tag, 5_000)) + "{b}BotHost{/} ping").Text.ShouldEndWith("ping");

    private static AddressedText Read(string text, string? html, string selfName = "BotHost") => MentionReader.Read(
        text, html?.Replace("{b}", Open(Self)).Replace("{a}", Open(Ann)).Replace("{/}", "</spark-mention>"), [Self, Ann], Self, selfName);

    private static string Open(PersonId person) => $"<spark-mention data-object-type=\"person\" data-object-id=\"{person}\">";

    private static PersonId Id(string uuid) =>
        new(Convert.ToBase64String(Encoding.UTF8.GetBytes("ciscospark://us/PEOPLE/" + uuid)).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
}
