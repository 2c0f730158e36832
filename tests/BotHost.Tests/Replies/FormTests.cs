using System.ComponentModel.DataAnnotations;
using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Replies;

/// <summary>A form's rules: told to the client, and held on our side, since a client is not trusted.</summary>
public sealed class FormTests
{
    private enum Kind
    {
        Holiday,
        [Display(Name = "Ill")]
        SickLeave,
    }

    private sealed record Leave(
        [Display(Name = "Your name", Prompt = "as in the directory")] [StringLength(10, MinimumLength = 2)] string Name,
        [Range(1, 30)] int Days,
        [Range(typeof(DateOnly), "2026-01-01", "2026-12-31")] DateOnly From,
        TimeOnly? At,
        [RegularExpression("[A-Z]{2}[0-9]{2}", ErrorMessage = "A cost centre is like AB12.")] string? Centre,
        [EmailAddress] string? Mail,
        [Required] bool Agreed,
        [MaxLength(2)] string[]? Tags,
        Kind Kind = Kind.SickLeave);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void The_client_is_told_what_it_can_check()
    {
        var inputs = Card.Form<Leave>("Leave", "leave").ToJson("n")["body"]!.AsArray().Skip(1).Select(input => input!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })).ToArray();

        inputs[0].ShouldBe("""{"type":"Input.Text","id":"name","maxLength":10,"placeholder":"as in the directory","label":"Your name","isRequired":true,"errorMessage":"Your name must have between 2 and 10 characters."}""");
        inputs[1].ShouldStartWith("""{"type":"Input.Number","id":"days","min":1,"max":30,"label":"Days","isRequired":true""");
        inputs[2].ShouldStartWith("""{"type":"Input.Date","id":"from","min":"2026-01-01","max":"2026-12-31","label":"From","isRequired":true""");
        inputs[3].ShouldBe("""{"type":"Input.Time","id":"at","label":"At"}""");
        inputs[4].ShouldBe("""{"type":"Input.Text","id":"centre","regex":"^(?:[A-Z]{2}[0-9]{2})$","label":"Centre","errorMessage":"A cost centre is like AB12."}""");
        inputs[5].ShouldContain("\"style\":\"Email\"");
        inputs[6].ShouldBe("""{"type":"Input.Toggle","id":"agreed","title":"Agreed","value":"false","isRequired":true,"errorMessage":"Please tick Agreed"}""");
        inputs[8].ShouldContain("""{"title":"holiday","value":"holiday"},{"title":"Ill","value":"sick-leave"}""");
    }

    [Fact]
    public void A_form_may_begin_with_values()
    {
        var values = new Leave("Ann", 3, new DateOnly(2026, 5, 1), new TimeOnly(9, 5), null, null, true, ["a", "b"], Kind.Holiday);

        var inputs = Card.Form("Leave", "leave", values: values).ToJson("n")["body"]!.AsArray().Skip(1).Select(input => input!["value"]?.ToString());

        inputs.ShouldBe(["Ann", "3", "2026-05-01", "09:05", null, null, "true", "a,b", "holiday"]);
    }

    [Fact]
    public async Task What_does_not_fit_comes_back_filled_in_with_what_is_wrong_at_its_field()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var form = (await alice.SayAsync("leave", Cancelled)).ShouldHaveSingleItem();

        var again = (await alice.PressAsync(form, "Send", new { name = "Ann", days = 99, from = "2027-01-01", centre = "ab12", mail = "nobody", agreed = "false", tags = "a,b,c", kind = "holiday" }, Cancelled))
            .ShouldHaveSingleItem();

        again.Inputs["name"].ShouldBe("Ann");
        again.Inputs["days"].ShouldBe("99");
        again.Inputs["kind"].ShouldBe("holiday");
        var body = again.Card!.Value.GetProperty("body").EnumerateArray().ToList();
        var days = body.FindIndex(element => element.TryGetProperty("id", out var id) && id.GetString() == "days");
        body[days + 1].GetProperty("text").GetString().ShouldBe("**Days**: Days must be between 1 and 30.");
        body[days + 1].GetProperty("color").GetString().ShouldBe("Attention");
        foreach (var label in new[] { "Days", "From", "Centre", "Mail", "Agreed", "Tags" })
            again.Text.ShouldContain(label);
        again.Text.ShouldContain("A cost centre is like AB12.");

        // The old card is used up, the fresh one is not, and is drawn without the old errors.
        (await alice.PressAsync(form, "Send", Good, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("used already");
        var third = (await alice.PressAsync(again, "Send", new { name = "A", days = 3, from = "2026-05-01", centre = "AB12", mail = "a@example.com", agreed = "true", tags = "a" }, Cancelled)).ShouldHaveSingleItem();
        third.Card!.Value.GetRawText().ShouldNotContain("**Days**");
        (await alice.PressAsync(third, "Send", Good, Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Ann 3 2026-05-01 09:30 Holiday");
    }

    [Fact]
    public async Task A_fresh_form_is_its_askers_still()
    {
        await using var bot = await StartAsync();
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var room = await alice.CreateSpaceAsync("Leave", ["bob@example.com"], Cancelled);
        var form = (await alice.MentionAsync(room, "leave", cancellationToken: Cancelled)).ShouldHaveSingleItem();
        var again = (await alice.PressAsync(form, "Send", new { name = "Ann" }, Cancelled)).ShouldHaveSingleItem();

        again.ParentId.ShouldBe(form.ParentId);
        (await bob.PressAsync(again, "Send", Good, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("for the person who asked");
        (await alice.PressAsync(again, "Send", Good, Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Ann 3");
    }

    [Fact]
    public async Task A_handler_may_refuse_a_field_itself()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var form = (await alice.SayAsync("leave", Cancelled)).ShouldHaveSingleItem();

        var again = (await alice.PressAsync(form, "Send", new { name = "Ann", days = 13, from = "2026-05-01", agreed = "true" }, Cancelled)).ShouldHaveSingleItem();

        again.Card!.Value.GetRawText().ShouldContain("Thirteen brings bad luck.");
        again.Inputs["days"].ShouldBe("13");
    }

    public static TheoryData<Delegate, string> Misfits => new()
    {
        { (WrongRange form) => "", "[Range]" },
        { (WrongRegex form) => "", "[RegularExpression]" },
        { (WrongLength form) => "", "[MaxLength]" },
    };

    [Theory]
    [MemberData(nameof(Misfits), DisableDiscoveryEnumeration = true)]
    public void A_rule_that_does_not_fit_its_field_is_a_start_up_error(Delegate handler, string rule) =>
        Should.Throw<BotDefinitionException>(() => new Bot.Chat(bot => bot.Submit("x", handler))).Message.ShouldContain(rule);

    [Fact]
    public async Task A_slow_pattern_is_not_slow()
    {
        var bot = new Bot.Chat(bot => bot.Submit("x", (Slow form) => "read"));

        (await bot.SubmitAsync("x", new { text = new string('a', 5000) + "!" })).ShouldNotBe("read");
    }

    private static object Good => new { name = "Ann", days = 3, from = "2026-05-01", at = "09:30", agreed = "true", kind = "holiday", mail = "", tags = "", centre = "" };

    private static Task<TestBot> StartAsync() => TestBot.StartAsync(
        routes =>
        {
            routes.Command("leave", () => Card.Form<Leave>("Leave", "leave"));
            routes.Submit("leave", (Leave form) => form.Days == 13
                ? Reply.Again((nameof(form.Days), "Thirteen brings bad luck."))
                : Reply.Text(FormattableString.Invariant($"{form.Name} {form.Days} {form.From:yyyy-MM-dd} {form.At:HH\\:mm} {form.Kind}")));
        }, cancellationToken: Cancelled);

    private sealed record WrongRange([Range(1, 2)] string Text);

    private sealed record WrongRegex([RegularExpression("(?=a)a")] string Text);

    private sealed record WrongLength([MaxLength(3)] int Number);

    private sealed record Slow([RegularExpression("(a+)+")] string Text);
}
