using System.ComponentModel.DataAnnotations;
using BotHost.Bot;
using BotHost.Features;
using BotHost.Testing;

namespace BotHost.Tests.Languages;

/// <summary>Whoever wants German is answered in German, and nobody else.</summary>
public sealed class GermanTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task What_a_person_chose_holds_for_usage_help_and_suggestions_and_survives_a_restart()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");

        (await SaidAsync(alice, "language")).ShouldBe("I speak English with you. For another language: language de");
        (await SaidAsync(alice, "language de")).ShouldBe("Gut, ich spreche ab jetzt Deutsch mit dir.");
        await bot.RestartAsync(Cancelled);

        (await SaidAsync(alice, "roll")).ShouldBe("Sides fehlt. So geht es: roll <sides>");
        (await SaidAsync(alice, "roll x")).ShouldBe("„x“ passt nicht zu sides, gefragt ist eine ganze Zahl. So geht es: roll <sides>");
        (await SaidAsync(alice, "rol 6")).ShouldBe("„rol 6“ kenne ich nicht. Meinst du roll <sides>?");
        var help = (await alice.SayAsync("help", Cancelled)).ShouldHaveSingleItem();
        help.Text.ShouldContain("Würfelt");
        help.Card.ToString()!.ShouldContain("Was ich kann");
        (await SaidAsync(alice, "hello")).ShouldBe("Hallo");
    }

    [Fact(Timeout = 60_000)]
    public async Task Refusals_and_apologies_are_in_the_person_s_language()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("language de", Cancelled);

        (await SaidAsync(alice, "salary")).ShouldBe("Das darf ich für dich nicht tun. Es ist für Leute mit einer Adresse bei a.example oder b.example.");
        (await SaidAsync(alice, "fail")).ShouldMatch("^Entschuldige, das ist schiefgegangen. Mein Betreiber sieht unter #\\d+ nach, warum.$");
        (await SaidAsync(bot.Person("bob@example.com"), "fail")).ShouldMatch("^Sorry, that went wrong.");
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task Cards_and_questions_are_in_the_person_s_language()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("language de", Cancelled);

        var form = (await alice.SayAsync("order", Cancelled)).Single();
        form.Buttons.ShouldBe(["Senden"]);
        var again = (await alice.PressAsync(form, "Senden", new { count = 99 }, Cancelled)).Single();
        again.Card.ToString()!.ShouldContain("Count muss zwischen 1 und 9 liegen.");
        (await alice.PressAsync(form, "Senden", new { count = 3 }, Cancelled)).Single().Text.ShouldBe("Diese Karte ist schon benutzt. Lass dir eine neue geben.");

        (await alice.SayAsync("sure", Cancelled)).Single().Buttons.ShouldBe(["Ja", "Nein"]);
        (await SaidAsync(alice, "vielleicht")).ShouldStartWith("„vielleicht“ passt nicht, gefragt ist ja oder nein.");
        (await SaidAsync(alice, "ja")).ShouldBe("True");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_question_is_still_open_when_its_person_changes_the_language_elsewhere()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Elsewhere", cancellationToken: Cancelled);
        await alice.SayAsync("sure", Cancelled);
        await alice.SayAsync("perhaps", Cancelled);

        await alice.MentionAsync(space, "language de", cancellationToken: Cancelled);

        (await SaidAsync(alice, "ja")).ShouldBe("True");
    }

    [Fact(Timeout = 60_000)]
    public async Task The_setting_holds_for_whoever_has_not_chosen()
    {
        await using var bot = await StartAsync([("BotHost:Language", "De")]);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        await bob.SayAsync("language en", Cancelled);

        (await SaidAsync(alice, "roll")).ShouldStartWith("Sides fehlt.");
        (await SaidAsync(bob, "roll")).ShouldStartWith("Sides is missing.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_who_speak_at_once_do_not_mix()
    {
        await using var bot = await StartAsync();
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        await alice.SayAsync("language de", Cancelled);
        await bob.SayAsync("ping", Cancelled);

        await Task.WhenAll(Enumerable.Range(0, 30).SelectMany(_ => new Task[] { alice.SayAsync("roll", Cancelled), bob.SayAsync("roll", Cancelled) }));

        (await alice.DirectAsync(Cancelled)).Count(message => message.Text.StartsWith("Sides fehlt", StringComparison.Ordinal)).ShouldBe(30);
        (await bob.DirectAsync(Cancelled)).Count(message => message.Text.StartsWith("Sides is missing", StringComparison.Ordinal)).ShouldBe(30);
    }

    private static Task<TestBot> StartAsync(IEnumerable<(string Key, string? Value)>? settings = null) => TestBot.StartAsync(
        bot =>
        {
            bot.MapLanguage();
            bot.MapHelp();
            bot.MapPing();
            bot.Command("roll", (int sides) => $"{sides}").Describe("Rolls a die", de: "Würfelt");
            bot.Command("hello", (BotContext ctx) => ctx.Language == Language.De ? "Hallo" : "Hello");
            bot.Command("salary", () => "Enough.").Allow(Policy.Domains("a.example", "b.example"));
            bot.Command("fail", string () => throw new InvalidOperationException("It fails."));
            bot.Command("order", () => Card.Form<Order>("Order", "order"));
            bot.Submit("order", (Order order) => $"{order.Count}");
            bot.Command("sure", async (BotContext ctx) => $"{await ctx.AskAsync<bool>("Sure?")}");
        },
        settings, cancellationToken: Cancelled);

    private static async Task<string> SaidAsync(TestPerson person, string text) => (await person.SayAsync(text, Cancelled)).ShouldHaveSingleItem().Text;

    private sealed record Order([property: Range(1, 9)] int Count);
}
