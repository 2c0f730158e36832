namespace BotHost.Tests.Agents;

/// <summary>An agent asks people something, and is told what they answer.</summary>
public sealed class AskPersonTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_choice_is_a_button_and_comes_back_with_who_pressed_it()
    {
        await using var bench = await PeopleBench.StartAsync();
        var call = bench.CallAsync("ask-person", new { question = "Which <@all> colour?", choices = new[] { "Red", "Blue" }, toPersonEmail = "bob@example.com" });
        var card = (await bench.CardsAsync(bench.Bob))[0];
        card.Buttons.ShouldBe(["Red", "Blue"]);
        PeopleBench.Words(card).ShouldContain("Which &lt;@all&gt; colour?");

        await bench.Bob.PressAsync(card, "Blue", cancellationToken: Cancelled);

        var data = (await call).Data();
        (data.GetProperty("state").GetString(), data.GetProperty("answer").GetString()).ShouldBe(("answered", "Blue"));
        data.GetProperty("answeredBy").GetString().ShouldBe(bench.Bob.Account.PersonId);
        (await bench.AuditAsync()).ShouldContain("Agent triage asked a question");
    }

    [Fact(Timeout = 120_000)]
    public async Task Words_are_written_into_a_field_and_a_call_that_comes_back_waits_on()
    {
        await using var bench = await PeopleBench.StartAsync("00:00:01");
        var ask = new { question = "What happened?", toPersonEmail = "bob@example.com" };
        (await bench.CallAsync("ask-person", ask)).Data().GetProperty("state").GetString().ShouldBe("pending");
        (await bench.CallAsync("ask-person", ask)).Data().GetProperty("request").GetInt64().ShouldBe(1);
        var card = (await bench.CardsAsync(bench.Bob)).ShouldHaveSingleItem();

        await bench.Bob.PressAsync(card, "Send", new { answer = "A lot." }, Cancelled);

        (await bench.CallAsync("ask-person", ask)).Data().GetProperty("answer").GetString().ShouldBe("A lot.");
        (await bench.CallAsync("get-approval", new { request = 1 })).Data().GetProperty("answer").GetString().ShouldBe("A lot.");
        (await bench.CallAsync("ask-person", ask)).Data().GetProperty("request").GetInt64().ShouldBe(2, "what was told is told; it is a new question");
    }

    [Fact(Timeout = 120_000)]
    public async Task In_a_space_the_first_answer_counts()
    {
        await using var bench = await PeopleBench.StartAsync("00:00:01");
        var ask = new { question = "Lunch?", choices = new[] { "Yes", "No" }, roomId = bench.Room };
        (await bench.CallAsync("ask-person", ask)).Data();
        await bench.Bot.QuietAsync(Cancelled);
        var card = (await bench.Alice.MessagesAsync(bench.Room, Cancelled)).Single(message => message.Card is not null);

        await bench.Alice.PressAsync(card, "Yes", cancellationToken: Cancelled);
        await bench.Bob.PressAsync(card, "No", cancellationToken: Cancelled);

        var data = (await bench.CallAsync("ask-person", ask)).Data();
        data.GetProperty("answer").GetString().ShouldBe("Yes");
        data.GetProperty("answeredBy").GetString().ShouldBe(bench.Alice.Account.PersonId);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_reply_in_a_direct_space_is_waited_for()
    {
        await using var bench = await PeopleBench.StartAsync();
        await bench.Bob.SayAsync("ping", Cancelled);
        var last = (await bench.Bob.DirectAsync(Cancelled))[0];
        var call = bench.CallAsync("wait-for-reply", new { roomId = last.RoomId, afterMessageId = last.Id });

        await bench.Bob.SayAsync("here I am", Cancelled);

        var data = (await call).Data();
        data.GetProperty("replied").GetBoolean().ShouldBeTrue();
        data.GetProperty("message").GetProperty("text").GetString().ShouldBe("here I am");
    }

    [Fact(Timeout = 120_000)]
    public async Task Each_is_asked_in_their_language_and_a_space_in_the_bots()
    {
        await using var bench = await PeopleBench.StartAsync("00:00:01");
        await bench.Bob.SayAsync("language de", Cancelled);
        await bench.CallAsync("ask-person", new { question = "What happened?", toPersonEmail = "bob@example.com" });
        await bench.CallAsync("ask-person", new { question = "What happened?", toPersonEmail = "alice@example.com" });
        await bench.CallAsync("request-approval", new { question = "Go on?", roomId = bench.Room });
        await bench.PostAsync("hello");

        var german = await bench.CardsAsync(bench.Bob, 2);
        var (question, approval) = (german.Single(card => card.Buttons.Contains("Senden")), german.Single(card => card.Buttons.Contains("Ja")));
        PeopleBench.Words(question).ShouldSatisfyAllConditions(
            words => words.ShouldContain("Agent triage hat geschrieben:"), words => words.ShouldContain("What happened?"), words => words.ShouldContain("Schick keine Passwörter oder Schlüssel."));
        PeopleBench.Words(approval).ShouldSatisfyAllConditions(
            words => words.ShouldContain("triage möchte eine Nachricht in Plans schreiben, und zwar als dieser Bot."), words => words.ShouldContain("Die Freigabe posting erlaubt es, sobald ein Mensch ja sagt."),
            words => words.ShouldNotContain("wants"));
        PeopleBench.Words((await bench.CardsAsync(bench.Alice))[0]).ShouldContain("Agent triage wrote:");
        await bench.Bot.QuietAsync(Cancelled);
        PeopleBench.Words((await bench.Alice.MessagesAsync(bench.Room, Cancelled)).Single(message => message.Card is not null)).ShouldContain("An agent asks for your approval");

        await bench.Bob.PressAsync(approval, "Ja", cancellationToken: Cancelled);
        (await bench.PostAsync("hello")).Data();
    }

    [Fact(Timeout = 120_000)]
    public async Task What_cannot_be_asked_is_refused_with_what_to_mend()
    {
        await using var bench = await PeopleBench.StartAsync();

        (await bench.CallAsync("ask-person", new { question = "Who?", toPersonId = "Y2lzY29zcGFyazovL3VzL1BFT1BMRS8wMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDA" })).Problem().ShouldContain("no person Webex shows");
        (await bench.CallAsync("ask-person", new { question = " ", toPersonEmail = "bob@example.com" })).Problem().ShouldContain("empty");
        (await bench.CallAsync("ask-person", new { question = "Who?" })).Problem().ShouldContain("exactly one");
        (await bench.CallAsync("get-approval", new { request = 99 })).Problem().ShouldContain("no request 99");
    }

    [Fact(Timeout = 120_000)]
    public async Task Whoever_sees_what_is_to_be_said_sees_no_address_it_goes_to()
    {
        await using var bench = await PeopleBench.StartAsync(
            "00:00:01", [("Agents:Named:triage:Grants:looking:Resources", "host"), ("Agents:Named:triage:Grants:looking:Level", "read")]);
        await bench.CallAsync("ask-person", new { question = "Which colour?", toPersonEmail = "dave@elsewhere.example" });

        var deliveries = await bench.CallAsync("list-deliveries", new { state = "sent" });
        deliveries.Data().GetProperty("deliveries")[0].GetProperty("target").GetString().ShouldBe("a person, by address");
        deliveries.Text().ShouldNotContain("elsewhere");
    }
}
