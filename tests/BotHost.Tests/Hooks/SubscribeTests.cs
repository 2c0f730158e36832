using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Bot;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Operations;
using BotHost.Tests.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Hooks;

/// <summary>Subscribing a space to a program, and what it says then.</summary>
public sealed class SubscribeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task Who_subscribes_is_told_the_secret_alone_and_a_program_posts_with_it(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bench = await HookBench.StartAsync(store.Settings);

        await AttachAsync(bench, "subscribe ci", "**${build.name}** is ${build.status}, see [log](${build.url})");
        var told = (await bench.Alice.DirectAsync(Cancelled)).ShouldHaveSingleItem().Text;
        (await bench.Alice.MessagesAsync(bench.Room, Cancelled))[0].Text.ShouldBe("ci may post here from now on. Its address and secret went to who asked, alone.");
        var hook = new Hook(told.Split("address: ")[1].Split('\n')[0], told.Split("secret: ")[1].Split('\n')[0]);

        (await bench.SendAsync(hook, """{"build":{"name":"a*b* <@all>","status":["x"],"url":"https://ci.example/a_b_(1)"}}""")).Status.ShouldBe(HttpStatusCode.Accepted);

        var posted = (await bench.PostedAsync()).ShouldHaveSingleItem();
        posted.Text.ShouldBe("""a*b* <@all> is ["x"], see log""");
        posted.Json.TryGetProperty("mentionedGroups", out _).ShouldBeFalse();
        posted.Json.GetProperty("html").GetString()!.ShouldContain("href=\"https://ci.example/a_b_%281%29\"");
        (await bench.Alice.MessagesAsync(bench.Room, Cancelled)).ShouldNotContain(m => m.Text.Contains(hook.Secret, StringComparison.Ordinal));
        // Of a secret that is sent along the store has a hash only, once the asker was told.
        bench.Bot.Host.Services.GetRequiredService<Database>().Read(c => c.Query<byte[]>("SELECT secret FROM hooks UNION ALL SELECT body FROM effects WHERE body IS NOT NULL UNION ALL SELECT result FROM steps WHERE result IS NOT NULL").ToList())
            .ShouldHaveSingleItem().Length.ShouldBe(32);
    }

    /// <summary>What is sent, and what it becomes without a template.</summary>
    public static TheoryData<string, string> Usual => new()
    {
        { """{"text":"Build *ok*"}""", "ci\nBuild *ok*" },
        { """{"title":"Alert","message":"Disk full\non db1"}""", "ci: Alert\nDisk full\non db1" },
        { """{"title":"<@all>"}""", "ci: <@all>" },
        { """{"text":{"a":1}}""", "ci\n{\n  \"text\": {\n    \"a\": 1\n  }\n}" },
        { "[1]", "ci\n[\n  1\n]" },
        { "null", "ci\nnull" },
        { "\"```\\n<@all>\"", "ci\n\"```\\n\\u003c@all>\"" },
    };

    [Theory]
    [InlineData("**${build.name}** is ${build.status}", """{"build":{"name":"Nr 7"}}""", "**Nr 7** is ")]
    [InlineData("**${build.name}** is ${build.status}", """{"zen":"Keep it simple"}""", null)]
    [InlineData("Something was built", """{"zen":"Keep it simple"}""", "Something was built")]
    public void What_has_none_of_a_templates_values_is_not_meant_for_it(string template, string sent, string? filled)
    {
        HookTemplate.TryParse(template, out var read, out _).ShouldBeTrue();

        read.ShouldNotBeNull().Fill(JsonNode.Parse(sent))?.Body.ShouldBe(filled);
        (read.Fill(JsonNode.Parse(sent)) is null).ShouldBe(filled is null);
    }

    [Fact]
    public async Task Without_a_template_the_words_for_people_are_posted_or_all_of_it()
    {
        await using var bench = await HookBench.StartAsync();
        var hook = await bench.SubscribeAsync("subscribe ci");
        foreach (var (sent, _) in Usual.Select(row => row.Data))
            (await bench.SendAsync(hook, sent)).Status.ShouldBe(HttpStatusCode.Accepted);

        (await bench.PostedAsync()).Select(m => m.Text).ShouldBe(Usual.Select(row => row.Data.Item2));
    }

    [Fact]
    public async Task What_is_too_long_is_one_message_that_says_so()
    {
        await using var bench = await HookBench.StartAsync();
        var hook = await bench.SubscribeAsync("subscribe ci");

        await bench.SendAsync(hook, JsonSerializer.Serialize(new { lines = Enumerable.Repeat("ä line", 5000) }));
        await bench.SendAsync(hook, JsonSerializer.Serialize(new { text = new string('ä', 30_000) }));

        var posted = await bench.PostedAsync();
        posted.Count.ShouldBe(2);
        posted.ShouldAllBe(m => m.Text.EndsWith('…'));
    }

    [Fact]
    public async Task A_template_in_a_file_draws_a_card_in_which_what_is_sent_adds_nothing()
    {
        await using var bench = await HookBench.StartAsync();
        await AttachAsync(bench, "subscribe ci", """
            {
              "type": "AdaptiveCard", "version": "1.3",
              "body": [
                { "type": "TextBlock", "text": "${title}", "color": "${colour}" },
                { "type": "TextBlock", "$data": "${jobs}", "text": "${name}" }
              ],
              "actions": [ { "type": "Action.OpenUrl", "title": "Look", "url": "${url}" } ]
            }
            """);
        var told = (await bench.Alice.DirectAsync(Cancelled))[0].Text;
        var hook = new Hook(told.Split("address: ")[1].Split('\n')[0], told.Split("secret: ")[1].Split('\n')[0]);

        await bench.SendAsync(hook, """{"title":"*x* [y](z)","colour":"Good","jobs":[{"name":"a"},{},{"name":{"type":"Action.Submit"}}],"url":"https://ci.example"}""");
        await bench.SendAsync(hook, """{"title":"No address","url":"javascript:alert(1)"}""");

        var posted = await bench.PostedAsync();
        var body = posted[0].Card!.Value.GetProperty("body").EnumerateArray().ToList();
        body.Select(element => element.GetProperty("text").GetString()).ShouldBe([@"\*x\* \[y\](z)", "a", "", """{"type":"Action.Submit"}"""]);
        posted[0].Buttons.ShouldBe(["Look"]);
        (posted[1].Card, posted[1].Text).ShouldBe((null, "ci: No address"));
    }

    /// <summary>Why, what is typed, and what is answered.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "subscribe", "Usage" },
        { "subscribe \"a b\"", "letters, digits" },
        { "subscribe " + new string('a', 41), "letters, digits" },
        { "subscribe ci", "of that name" },
        { "subscribe CI", "of that name" },
        { "subscribe x ${a", "not closed" },
        { "subscribe x ${a+b}", "more than a name" },
        { "subscribe x {\"type\":\"AdaptiveCard\"", "no JSON" },
        { "subscribe x {\"type\":\"Other\"}", "no card" },
        { "subscribe x {\"type\":\"AdaptiveCard\",\"body\":[{\"type\":\"Media\"}]}", "does not draw" },
        { "subscribe x {\"type\":\"AdaptiveCard\",\"actions\":[{\"type\":\"Action.Submit\",\"id\":\"space.delete\"}]}", "no submit buttons" },
        { "subscribe remove", "Usage" },
        { "subscribe rotate nobody", "No program called nobody" },
    };

    [Fact]
    public async Task What_cannot_be_is_said_and_makes_no_hook()
    {
        await using var bench = await HookBench.StartAsync();
        await bench.SubscribeAsync("subscribe ci");
        var direct = (await bench.Alice.DirectAsync(Cancelled)).Count;

        foreach (var (typed, answer) in Refused.Select(row => row.Data))
            (await bench.Alice.PostAsync(new { roomId = bench.Room, text = $"BotHost {typed}", markdown = $"<@personEmail:{TestBot.BotEmail}> `{typed}`" }, Cancelled))
                .ShouldHaveSingleItem().Text.ShouldContain(answer, Case.Sensitive, typed);

        (await bench.Alice.DirectAsync(Cancelled)).Count.ShouldBe(direct);
        (await bench.Alice.SayAsync("subscribe ci", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("space");
        (await bench.Alice.MentionAsync(bench.Room, "subscribe list", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("ci: never posted");
    }

    [Fact]
    public async Task Only_who_may_rename_the_space_may_subscribe_it()
    {
        await using var bench = await HookBench.StartAsync();
        var hook = await bench.SubscribeAsync("subscribe ci");
        var bob = bench.Bot.Person("bob@example.com");

        foreach (var words in (string[])["subscribe mine", "subscribe rotate ci", "subscribe remove ci", "subscribe list"])
            (await bob.MentionAsync(bench.Room, words, cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("not allowed", Case.Sensitive, words);

        (await bench.SendAsync(hook, "{}")).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Removing_asks_back_and_then_the_address_is_unknown()
    {
        await using var bench = await HookBench.StartAsync();
        var hook = await bench.SubscribeAsync("subscribe ci");
        var question = (await bench.Alice.MentionAsync(bench.Room, "subscribe remove ci", cancellationToken: Cancelled)).ShouldHaveSingleItem();
        (await bench.SendAsync(hook, "{}")).Status.ShouldBe(HttpStatusCode.Accepted);

        (await bench.Alice.PressAsync(question, "Yes", cancellationToken: Cancelled))[^1].Text.ShouldContain("may not post here any more");

        (await bench.SendAsync(hook, "{}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await bench.Alice.MentionAsync(bench.Room, "subscribe list", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("No program posts here");
    }

    [Fact]
    public async Task A_space_that_the_bot_left_ends_the_hook_until_it_is_back_and_the_secret_is_new()
    {
        await using var bench = await HookBench.StartAsync();
        var hook = await bench.SubscribeAsync("subscribe ci ${n}");
        var membership = (await bench.Alice.CallAsync(HttpMethod.Get, $"memberships?roomId={bench.Room}&personEmail={TestBot.BotEmail}", null, Cancelled))
            .GetProperty("items")[0].GetProperty("id").GetString();
        await bench.Alice.CallAsync(HttpMethod.Delete, $"memberships/{membership}", null, Cancelled);

        (await bench.SendAsync(hook, """{"n":1}""")).Status.ShouldBe(HttpStatusCode.Accepted);
        await bench.Bot.QuietAsync(Cancelled);
        var gone = await bench.SendAsync(hook, """{"n":2}""");

        (gone.Status, gone.Text).ShouldBe((HttpStatusCode.Gone, "The bot is not in the space any more. Stop sending, or add it again and say: subscribe rotate\n"));
        (await bench.SendAsync(hook, "{}", "application/json", ("Authorization", "Bearer wrong"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await bench.Alice.CallAsync(HttpMethod.Post, "memberships", new { roomId = bench.Room, personEmail = TestBot.BotEmail }, Cancelled);
        (await bench.Alice.MentionAsync(bench.Room, "subscribe list", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("ended");
        var again = await bench.SubscribeAsync("subscribe rotate ci");
        again.Address.ShouldBe(hook.Address);
        (await bench.SendAsync(hook, "{}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await bench.SendAsync(again, """{"n":3}""")).Status.ShouldBe(HttpStatusCode.Accepted);
        (await bench.PostedAsync()).Select(m => m.Text).ShouldBe(["3"]);
    }

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task Operators_see_hooks_and_take_them_away(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bench = await HookBench.StartAsync([.. store.Settings, .. Operator.Settings]);
        using var operators = new Operator(bench.Bot);
        var hook = await bench.SubscribeAsync("subscribe ci");
        var id = hook.Address[^22..];
        await bench.SendAsync(hook, "{}");

        var listed = await operators.TypeAsync("hooks", "list");
        listed.Output.ShouldContain(id);
        listed.Output.ShouldContain("ci");
        listed.Output.ShouldNotContain(hook.Secret);
        (await operators.TypeAsync("hooks", "remove", id)).Code.ShouldBe(0);

        (await bench.SendAsync(hook, "{}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var again = await operators.TypeAsync("hooks", "remove", id);
        (again.Code, again.Errors).ShouldBe((1, $"There is no hook {id}. Take one from `hooks list`.{Environment.NewLine}"));
    }

    private static async Task AttachAsync(HookBench bench, string words, string template)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(bench.Room), "roomId" }, { new StringContent($"<@personEmail:{TestBot.BotEmail}> {words}"), "markdown" },
        };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(template)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }, "files", "card.json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bench.Alice.Account.Token);
        (await bench.Bot.Http.SendAsync(request, Cancelled)).EnsureSuccessStatusCode();
        await bench.Bot.QuietAsync(Cancelled);
    }
}
