using BotHost.Bot;
using ModelContextProtocol.Client;

namespace BotHost.Tests.Agents;

/// <summary>An agent runs the bot's own commands: those its grant names, and is told what people would have been.</summary>
public sealed class RunCommandTests
{
    private const string Named = "ping;poll;echo;who;add;ask;form;mine;later;boom;slow;wipe;tell;shout;guarded;space create;show;card";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_named_command_answers_with_what_it_says_and_nothing_is_posted()
    {
        await using var bench = await AgentBench.StartAsync(map: Map);
        var client = await ConnectAsync(bench);

        var pong = (await client.CallAsync("run-command", new { command = "ping" })).Data();
        var here = (await client.CallAsync("run-command", new { command = "Who", roomId = bench.Room })).Data();
        var shown = (await client.CallAsync("run-command", new { command = "show" })).Data().GetProperty("answer").GetString()!;

        (pong.GetProperty("state").GetString(), pong.GetProperty("answer").GetString()).ShouldBe(("answered", "pong"));
        here.GetProperty("answer").GetString().ShouldBe($"agent:triage triage in {bench.Room}, a space");
        (await client.CallAsync("run-command", new { command = "card" })).Data().GetProperty("answer").GetString().ShouldBe(
            """
            Choose

            **Order**

            (a card, which was not posted; only people can fill it in and press its buttons)
            - field: Size (choice, required): Small, Large
            - field: How many (number)
            - button: Send
            - link: More (https://example.com/)
            """);
        // A card's words, a file's name, what was edited, what a progress came to.
        shown.ShouldBe("second\n\n**Title**\n\nBody\n\n(file: a.txt, 3 bytes)\n\nDone.");
        await bench.Bot.QuietAsync(Cancelled);
        (await bench.Alice.MessagesAsync(bench.Room, Cancelled)).ShouldBeEmpty();
        bench.Decisions().Select(entry => BotHost.Access.AuditSentence.Of(entry)).ShouldContain("Agent triage ran the bot's command who in Plans as BotHost: allowed by grant given");
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_not_named_is_not_run_whatever_people_may()
    {
        await using var bench = await AgentBench.StartAsync(map: Map);
        var client = await ConnectAsync(bench, "ping;guarded");

        (await client.CallAsync("run-command", new { command = "echo hello" })).Problem().ShouldContain("grant given does not name this command");
        // Its policy lets no agent in; its name in the grant does.
        (await client.CallAsync("run-command", new { command = "guarded" })).Data().GetProperty("answer").GetString().ShouldBe("guarded");
        var other = await bench.ConnectAsync(await bench.AddAgentAsync("other", "commands", "full"));
        (await other.CallAsync("run-command", new { command = "ping" })).Problem().ShouldStartWith("Not allowed");
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_mistyped_says_what_was_meant_and_how_it_is_used()
    {
        await using var bench = await AgentBench.StartAsync(map: Map);
        var client = await ConnectAsync(bench);

        (await client.CallAsync("run-command", new { command = "pign" })).Problem().ShouldContain("ping");
        (await client.CallAsync("run-command", new { command = "add one two" })).Problem().ShouldContain("add");
        (await client.CallAsync("run-command", new { command = "add" })).Problem().ShouldContain("`add <a> <b>`");
        (await client.CallAsync("run-command", new { command = "add 2 3" })).Data().GetProperty("answer").GetString().ShouldBe("5");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("ask")]
    [InlineData("form")]
    [InlineData("mine")]
    [InlineData("later")]
    [InlineData("wipe")]
    [InlineData("space create Lab")]
    public async Task What_needs_a_person_is_refused_and_says_so(string command)
    {
        await using var bench = await AgentBench.StartAsync(map: Map);
        var client = await ConnectAsync(bench);

        (await client.CallAsync("run-command", new { command })).Problem().ShouldContain("Ask a person to run it.");

        bench.Decisions().Last().Outcome!.Outcome.ShouldBe("Failed");
        // The next one is not kept waiting.
        (await client.CallAsync("run-command", new { command = "ping" })).Data();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_handler_that_throws_has_failed_and_may_be_run_again()
    {
        await using var bench = await AgentBench.StartAsync(map: Map);
        var client = await ConnectAsync(bench);

        var problem = (await client.CallAsync("run-command", new { command = "boom", roomId = bench.Room })).Problem();

        problem.ShouldContain("nobody knows how far it came");
        problem.ShouldNotContain("secret");
        (await client.CallAsync("run-command", new { command = "boom", roomId = bench.Room })).Problem().ShouldContain("event ");
        await bench.Bot.QuietAsync(Cancelled);
        (await bench.Alice.MessagesAsync(bench.Room, Cancelled)).ShouldBeEmpty();
        bench.Bot.ExpectWarnings();
    }

    [Fact(Timeout = 120_000)]
    public async Task What_a_handler_says_elsewhere_is_said_there()
    {
        await using var bench = await AgentBench.StartAsync(map: Map);
        var client = await ConnectAsync(bench);

        (await client.CallAsync("run-command", new { command = $"tell {bench.Room} step" })).Data().GetProperty("answer").GetString().ShouldBe("told");
        (await client.CallAsync("run-command", new { command = $"shout {bench.Room} hello" })).Data().GetProperty("answer").GetString().ShouldBe("before\n\nafter");

        await bench.Bot.QuietAsync(Cancelled);
        (await bench.Alice.MessagesAsync(bench.Room, Cancelled)).Select(message => message.Text).Order().ShouldBe(["hello", "step"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_space_is_one_of_several_people_that_the_bot_is_in()
    {
        await using var bench = await AgentBench.StartAsync(map: Map);
        var client = await ConnectAsync(bench);
        await bench.Alice.SayAsync("ping", Cancelled);
        var direct = (await bench.Alice.DirectAsync(Cancelled))[0].RoomId;

        (await client.CallAsync("run-command", new { command = "ping", roomId = direct })).Problem().ShouldContain("space of several people");
        (await client.CallAsync("run-command", new { command = "ping", roomId = "Y2lzY29zcGFyazovL3VzL1JPT00vMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw" })).Problem().ShouldContain("404");
    }

    private static async Task<McpClient> ConnectAsync(AgentBench bench, string commands = Named) =>
        await bench.ConnectAsync(await bench.AddAgentAsync("triage", "commands", "use", ("commands", commands)));

    private static void Map(BotRoutes bot)
    {
        bot.Command("ping", () => "pong");
        bot.Command("echo", (string text) => text);
        bot.Command("add", (int a, int b) => $"{a + b}");
        bot.Command("guarded", () => "guarded").Allow(Policy.Admins);
        bot.Command("who", async (BotContext context) =>
            $"{context.Sender.Id} {(await context.People.ReadAsync(context.Sender.Id))!.DisplayName} in {context.Room.Id}, a {(context.Room.IsDirect ? "direct room" : "space")}");
        bot.Command("ask", async (BotContext context) => await context.AskAsync<string>("Which one?"));
        bot.Command("form", async (BotContext context) => (await context.AskFormAsync<Form>("Fill in")).Name);
        bot.Command("mine", async (BotContext context) => $"{(await context.As(Identity.Asker).Spaces.ListMineAsync()).Count}");
        bot.Command("later", (BotContext context) => context.Schedule.In(TimeSpan.FromHours(1), "due"));
        bot.Command("wipe", () => "wiped").Confirm("Really?");
        bot.Command("space create", async (BotContext context, string title) => (await context.Spaces.CreateAsync(title)).Title);
        bot.Command("boom", string () => throw new InvalidOperationException("a secret"));
        bot.Command("tell", async (BotContext context, string room, string text) =>
        {
            await context.Messages.PostAsync(new RoomId(room), text);
            return "told";
        });
        bot.Command("shout", (BotContext context, string room, string text) =>
        {
            context.Send("before");
            context.Announce(new RoomId(room), text);
            return "after";
        });
        bot.Command("card", () => ((Reply)"Choose").With(
            new Card("Order").ChoiceInput("size", "Size", [("Small", "s"), ("Large", "l")], required: true).NumberInput("count", "How many").Submit("Send", "order").OpenUrl("More", new Uri("https://example.com/"))));
        bot.Submit("order", () => "ordered");
        bot.Command("show", async (BotContext context) =>
        {
            var sent = context.Send("first");
            context.Edit(sent, "second");
            context.Send(new Card("Title").Text("Body"));
            context.Send(Reply.File("a.txt", "abc"u8.ToArray()));
            var progress = await context.ProgressAsync("Working");
            progress.Report("Still working");
            return progress.Finish("Done.");
        });
        bot.Scheduled("due", () => "due");
    }

    private sealed record Form(string Name);
}
