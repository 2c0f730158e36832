using BotHost.Testing;
using BotHost.Tests.Shipped;

namespace BotHost.Tests.Languages;

/// <summary>What the bot is shipped with answers whoever wants German in German, wrong input included.</summary>
public sealed class ShippedInGermanTests
{
    private static readonly (string, string?)[] Settings = [("BotHost:Language", "De"), ("Access:Admins", "alice@example.com"), Noon.Unswept];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Between_the_two_of_them()
    {
        await using var bot = await TestBot.StartAsync(settings: Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        foreach (var (said, answer) in new[]
        {
            ("tema", "„tema“ kenne ich nicht. Meinst du eins davon?"),
            ("space create", "Titel fehlt. So geht es: space create <Titel>"),
            ("space add nobody", "„nobody“ passt nicht zu E-Mail, gefragt ist eine E-Mail-Adresse oder eine Erwähnung. So geht es: space add <E-Mail…> [in \"Titel\"] [--moderator]"),
            ("remind", "Wann fehlt. So geht es: remind <wann> <text>"),
            ("remind yesterday 9:00 Tee", "Wähl eine Zeit in der Zukunft, höchstens in zehn Jahren."),
            ("remind list", "Du hast hier keine Erinnerungen."),
            ("remind cancel x", "„x“ passt nicht zu Nummer, gefragt ist eine ganze Zahl. So geht es: remind cancel <Nummer>"),
            ("remind cancel 7", "Eine Erinnerung 7 hast du hier nicht. Sieh nach: remind list"),
            ("remind 2030-12-24 9:00 Tee", "Erinnerung 1: Di, 24. Dez. 2030 9:00 (Etc/UTC)."),
            ("remind every weekday at 9:00 Bericht", "Erinnerung 2: jeden Werktag um 9:00 (Etc/UTC)."),
            ("remind every mon, thu at 17:30 Tee", "Erinnerung 3: jeden Montag, Donnerstag um 17:30 (Etc/UTC)."),
            ("remind cancel 3", "Zurückgenommen: Tee"),
            ("remind list", "2, jeden Werktag um 9:00 (Etc/UTC): Bericht\n1, Di, 24. Dez. 2030 9:00 (Etc/UTC): Tee"),
            ("poll Essen? Suppe Salat", "Das geht nur in einem Bereich. Erwähne mich dort."),
            ("subscribe ci", "Das geht nur in einem Bereich. Erwähne mich dort."),
            ("broadcast Hallo", "In so einem Bereich bin ich nicht."),
            ("broadcast list", "Es ist keins unterwegs."),
            ("broadcast cancel 3", "Das ist nicht unterwegs. Sieh nach: broadcast list"),
            ("team list", "Wir sind in keinem Team zusammen. Leg eins an: team create Name"),
            ("team create Technik", "Das Team Technik ist angelegt; du moderierst es."),
            ("team add bob@example.com in Nirgends", "So ein Team, in dem wir beide sind, gibt es nicht. Versuch: team list"),
            ("team remove bob@example.com in Technik", "bob@example.com ist nicht in Technik."),
            ("file", "Datei fehlt. Häng eine Datei an die Nachricht an. So geht es: file + eine Datei"),
            ("meeting schedule", "Titel fehlt. So geht es: meeting schedule <Titel> <wann> [E-Mail…] [for <Dauer>]"),
            ("meeting show", "Titel oder Nummer fehlt. So geht es: meeting show <Titel oder Nummer>"),
        })
        {
            (await SaidAsync(alice.SayAsync(said, Cancelled))).ShouldStartWith(answer, customMessage: said);
        }

        (await SaidAsync(alice.SayAsync("file", new TestFile("a.txt", "text/plain", "abc"u8.ToArray()), Cancelled)))
            .ShouldStartWith("Name: a.txt\nArt: text/plain\nGröße: 3 Bytes\n");
    }

    [Fact(Timeout = 60_000)]
    public async Task In_a_space()
    {
        await using var bot = await TestBot.StartAsync(settings: Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Küche", ["bob@example.com"], Cancelled);

        foreach (var (said, answer) in new[]
        {
            ("poll Essen? Suppe", "Eine Umfrage hat 2 bis 20 verschiedene Antworten zur Wahl und läuft eine Minute bis 30 Tage."),
            ("poll Essen? Suppe Salat --for bald", "„bald“ passt nicht zu Dauer, gefragt ist eine Dauer wie 20m, 1h30 oder 2 days."),
            ("poll close", "Hier läuft keine Umfrage."),
            ("standup now", "Hier gibt es kein Stand-up. Fang eins an: standup setup"),
            ("subscribe list", "Hier schreibt kein Programm. Lass eins hier schreiben: subscribe name"),
            ("subscribe -x", "So ein Name hat 1 bis 40 Buchstaben"),
            ("subscribe ci {\"type\": ", "Die Vorlage ist kein JSON (Zeile 1)."),
            ("subscribe ci {\"type\": \"x\"}", "Die Vorlage passt nicht: Das ist keine Karte"),
            ("subscribe ci", "ci darf ab jetzt hier schreiben. Adresse und Geheimnis hat nur bekommen, wer gefragt hat."),
            ("subscribe ci", "Eins mit diesem Namen gibt es in diesem Bereich schon."),
            ("subscribe list", "ci: noch nie"),
            ("subscribe rotate ci", "ci hat ein anderes Geheimnis"),
            ("subscribe remove ci", "ci die Adresse nehmen? Was dort schreibt, wird ab dann abgelehnt."),
            ("subscribe rotate cd", "Ein Programm namens cd schreibt hier nicht. Versuch: subscribe list"),
        })
        {
            (await SaidAsync(alice.MentionAsync(space, said, cancellationToken: Cancelled))).ShouldStartWith(answer, customMessage: said);
        }

        var told = (await alice.DirectAsync(Cancelled))[0].Text;
        told.ShouldStartWith("ci. Bewahr das auf: Das Geheimnis wird nicht noch einmal gezeigt.");
        told.ShouldEndWith("Alles andere bleibt, wie es war.");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_poll_is_in_its_asker_s_language_and_each_vote_in_its_voter_s()
    {
        await using var bot = await TestBot.StartAsync(settings: Settings, cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await alice.CreateSpaceAsync("Küche", ["bob@example.com"], Cancelled);
        await bob.SayAsync("language en", Cancelled);
        await alice.MentionAsync(space, "poll Essen? Suppe Salat --for 30m", cancellationToken: Cancelled);
        var (tally, card) = ((await alice.MessagesAsync(space, Cancelled))[0], (await alice.MessagesAsync(space, Cancelled))[1]);
        tally.Text.ShouldStartWith("Essen? (noch keine Stimmen)");
        card.Card.ToString()!.ShouldContain("Umfrage 1, bis ");

        await bob.PressAsync(card, "Salat", cancellationToken: Cancelled);
        (await bob.DirectAsync(Cancelled))[0].Text.ShouldBe("Your vote on Essen?: Salat");
        await bot.Clock.AdvanceAsync(TimeSpan.FromSeconds(4), Cancelled);
        (await alice.MessagesAsync(space, Cancelled))[0].Text.ShouldStartWith("Essen? (1 Stimme)");
        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(1), Cancelled);

        (await bob.MessagesAsync(space, Cancelled))[0].Text.ShouldStartWith("Essen? (das Ergebnis, 1 Stimme)");
    }

    [Fact(Timeout = 60_000)]
    public async Task What_asks_goes_on_in_the_language_in_which_it_asked()
    {
        await using var bot = await TestBot.StartAsync(settings: Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Küche", ["bob@example.com"], Cancelled);
        var asked = (await alice.MentionAsync(space, "standup setup", cancellationToken: Cancelled)).ShouldHaveSingleItem();
        asked.Text.ShouldStartWith("An welchen Tagen, und wann?");

        await alice.SayAsync("language en", Cancelled);

        (await SaidAsync(alice.MentionAsync(space, "weekday at 9:00", asked.ParentId, Cancelled))).ShouldBe("Was frage ich? Eine Frage je Zeile.");
        await alice.MentionAsync(space, "Was gibt es?", asked.ParentId, Cancelled);
        await alice.MentionAsync(space, "bob@example.com", asked.ParentId, Cancelled);
        (await SaidAsync(alice.MentionAsync(space, "1h", asked.ParentId, Cancelled))).ShouldBe("Jeden Werktag um 9:00 (Etc/UTC) frage ich Bob Brown.");
        (await SaidAsync(alice.MentionAsync(space, "standup skip", cancellationToken: Cancelled))).ShouldBe("The next one is left out.");
    }

    private static async Task<string> SaidAsync(Task<IReadOnlyList<TestMessage>> answers) => (await answers)[^1].Text;
}
