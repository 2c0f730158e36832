using System.Text.Json.Nodes;
using BotHost.Bot;

namespace BotHost.Tests.Bot;

public sealed class CardTests
{
    private enum Kind
    {
        Holiday,
        SickLeave,
    }

    private sealed record Leave(
        string Who, [MultiLine] string? Reason, int Days, Kind Kind, Kind[]? Also, bool Paid, [Label("Stand-in")] PersonRef? StandIn, int Hours = 8, Kind Default = Kind.SickLeave);

    [Fact]
    public void A_card_is_what_Webex_takes()
    {
        var card = new Card("Title").Text("*Words*").Facts(("Who", "Ann"))
            .TextInput("name", "Name", required: true, maxLength: 9, regex: "^a", placeholder: "p", value: "v")
            .ChoiceInput("day", "Day", [("Monday", "1")], multiple: true).ToggleInput("ok", "OK?").NumberInput("n", "N", min: 1)
            .OpenUrl("Open", new Uri("https://example.com/a?b=c"));

        card.ToJson("n1").ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(
            """{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.3","body":[""" +
            """{"type":"TextBlock","text":"Title","wrap":true,"weight":"Bolder"},{"type":"TextBlock","text":"*Words*","wrap":true},""" +
            """{"type":"FactSet","facts":[{"title":"Who","value":"Ann"}]},""" +
            """{"type":"Input.Text","id":"name","maxLength":9,"regex":"^a","placeholder":"p","label":"Name","value":"v","isRequired":true,"errorMessage":"Please fill in Name"},""" +
            """{"type":"Input.ChoiceSet","id":"day","choices":[{"title":"Monday","value":"1"}],"isMultiSelect":true,"label":"Day"},""" +
            """{"type":"Input.Toggle","id":"ok","title":"OK?","value":"false"},{"type":"Input.Number","id":"n","min":1,"label":"N"}],"actions":[""" +
            """{"type":"Action.OpenUrl","title":"Open","url":"https://example.com/a?b=c"}]}""");
    }

    [Fact]
    public void Everything_Webex_draws_can_be_said()
    {
        var web = new Uri("https://example.com/a.png");
        var card = new Card()
            .Text("t", TextSize.ExtraLarge, TextWeight.Lighter, CardColor.Warning, subtle: true, monospace: true, CardAlign.Center, maxLines: 2, wrap: false)
            .Space(CardSpacing.Large).RichText(t => t.Run("a ").Run("b", italic: true, underline: true, strikethrough: true, highlight: true), CardAlign.Right)
            .Image(web, "A", ImageSize.Stretch, round: true).Images([(web, "A"), (web, "B")], ImageSize.Small)
            .Columns(c => c
                .Column(left => left.Container(box => box.Text("in"), CardStyle.Good, CardVerticalAlign.Bottom, bleed: true), ColumnWidth.Weight(2), CardStyle.Accent, CardVerticalAlign.Center)
                .Column(right => right.TimeInput("at", "At", min: new TimeOnly(8, 0)), ColumnWidth.Pixels(50)))
            .Separator(CardSpacing.Padding).Buttons(b => b.Submit("Go", "go", style: ButtonStyle.Positive).ShowCard("More", more => more.DateInput("on", "On").Submit("Send", "more", style: ButtonStyle.Destructive)))
            .ChoiceInput("c", "C", [("A", "a")], expanded: true).TextInput("m", "M", kind: TextInputKind.Email);

        card.Submits.ShouldBe(["go", "more"]);
        card.ToJson("n1")["body"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(
            """[{"type":"TextBlock","text":"t","size":"ExtraLarge","weight":"Lighter","color":"Warning","isSubtle":true,"fontType":"Monospace","horizontalAlignment":"Center","maxLines":2},""" +
            """{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"a "},{"type":"TextRun","text":"b","italic":true,"underline":true,"strikethrough":true,"highlight":true}],"horizontalAlignment":"Right","spacing":"Large"},""" +
            """{"type":"Image","url":"https://example.com/a.png","altText":"A","size":"Stretch","style":"Person"},""" +
            """{"type":"ImageSet","images":[{"type":"Image","url":"https://example.com/a.png","altText":"A"},{"type":"Image","url":"https://example.com/a.png","altText":"B"}],"imageSize":"Small"},""" +
            """{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"Container","items":[{"type":"TextBlock","text":"in","wrap":true}],"style":"Good","verticalContentAlignment":"Bottom","bleed":true}],"width":2,"style":"Accent","verticalContentAlignment":"Center"},""" +
            """{"type":"Column","items":[{"type":"Input.Time","id":"at","min":"08:00","label":"At"}],"width":"50px"}]},""" +
            """{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"Go","data":{"_submit":"go","_nonce":"n1"},"style":"Positive"},""" +
            """{"type":"Action.ShowCard","title":"More","card":{"type":"AdaptiveCard","body":[{"type":"Input.Date","id":"on","label":"On"}],"actions":[{"type":"Action.Submit","title":"Send","data":{"_submit":"more","_nonce":"n1"},"style":"Destructive"}]}}],"spacing":"Padding","separator":true},""" +
            """{"type":"Input.ChoiceSet","id":"c","choices":[{"title":"A","value":"a"}],"style":"expanded","label":"C"},{"type":"Input.Text","id":"m","style":"Email","label":"M"}]""");
    }

    [Fact]
    public void The_wire_format_of_buttons_is_fixed()
    {
        var card = new Card().Submit("OK", "leave.file", new { Room = new RoomId("r1"), Count = 2 }).Command("Ping", "ping").Submit("No data", "x");

        Buttons(card).ShouldBe(
        [
            """{"type":"Action.Submit","title":"OK","data":{"room":"r1","count":2,"_submit":"leave.file","_nonce":"n1"}}""",
            """{"type":"Action.Submit","title":"Ping","data":{"command":"ping","_submit":"_command","_nonce":"n1"}}""",
            """{"type":"Action.Submit","title":"No data","data":{"_submit":"x","_nonce":"n1"}}""",
        ]);
    }

    [Fact]
    public void A_card_can_be_posted_again_with_another_nonce()
    {
        var card = new Card("t").Submit("OK", "x");

        card.ToJson("n1").ToJsonString().ShouldBe(card.ToJson("n2").ToJsonString().Replace("n2", "n1"));
    }

    [Fact]
    public void A_form_is_drawn_from_the_record()
    {
        var form = Card.Form<Leave>("Ask", "leave.file", button: "Go", data: new { year = 2026 });

        var body = form.ToJson("n1")["body"]!.AsArray().Skip(1).Select(input => input!.ToJsonString());
        body.ShouldBe(
        [
            """{"type":"Input.Text","id":"who","label":"Who","isRequired":true,"errorMessage":"Please fill in Who"}""",
            """{"type":"Input.Text","id":"reason","isMultiline":true,"label":"Reason"}""",
            """{"type":"Input.Number","id":"days","label":"Days","isRequired":true,"errorMessage":"Please fill in Days"}""",
            """{"type":"Input.ChoiceSet","id":"kind","choices":[{"title":"holiday","value":"holiday"},{"title":"sick-leave","value":"sick-leave"}],"label":"Kind","isRequired":true,"errorMessage":"Please fill in Kind"}""",
            """{"type":"Input.ChoiceSet","id":"also","choices":[{"title":"holiday","value":"holiday"},{"title":"sick-leave","value":"sick-leave"}],"isMultiSelect":true,"label":"Also"}""",
            """{"type":"Input.Toggle","id":"paid","title":"Paid","value":"false"}""",
            """{"type":"Input.Text","id":"standIn","label":"Stand-in"}""",
            """{"type":"Input.Number","id":"hours","label":"Hours","value":8}""",
            """{"type":"Input.ChoiceSet","id":"default","choices":[{"title":"holiday","value":"holiday"},{"title":"sick-leave","value":"sick-leave"}],"label":"Default","value":"sick-leave"}""",
        ]);
        Buttons(form).ShouldBe(["""{"type":"Action.Submit","title":"Go","data":{"year":2026,"_submit":"leave.file","_nonce":"n1"}}"""]);
    }

    [Fact]
    public async Task What_a_form_sends_its_record_reads()
    {
        var bot = new Chat(bot => bot.Submit("leave.file", (Leave leave) => leave.ToString()));
        var inputs = new JsonObject();
        foreach (var input in Card.Form<Leave>("t", "leave.file").ToJson("n")["body"]!.AsArray().Where(element => element!["id"] is not null))
        {
            inputs[(string)input!["id"]!] = input["value"]?.DeepClone() ?? input["choices"]?[0]!["value"]!.DeepClone() ?? ((string)input["type"]! == "Input.Number" ? 3 : "a@x");
        }

        (await bot.SubmitAsync("leave.file", inputs)).ShouldStartWith("Leave { Who = a@x, Reason = a@x, Days = 3, Kind = Holiday,");
    }

    [Fact]
    public void Who_may_press_how_often_and_how_long()
    {
        var plain = new Card();
        var form = Card.Form<Leave>("t", "x");
        var question = Card.Confirm("Sure?", "x", new { id = 1 });

        (plain.OnlyAsker, plain.IsOnce, plain.Lifetime).ShouldBe((false, false, TimeSpan.FromDays(30)));
        (form.OnlyAsker, form.IsOnce, form.Lifetime).ShouldBe((true, true, TimeSpan.FromDays(30)));
        (question.OnlyAsker, question.IsOnce).ShouldBe((true, true));
        form.AnyoneMayPress().Expires(TimeSpan.FromHours(1)).ShouldSatisfyAllConditions(card => card.OnlyAsker.ShouldBeFalse(), card => card.Lifetime.ShouldBe(TimeSpan.FromHours(1)));
        plain.Once().IsOnce.ShouldBeTrue();
        Buttons(question).Last().ShouldBe("""{"type":"Action.Submit","title":"No","data":{"_submit":"_cancel","_nonce":"n1"}}""");
    }

    public static TheoryData<string, Action> Wrong => new()
    {
        { "begins with an underscore", () => new Card().TextInput("_x", "X") },
        { "begins with an underscore", () => new Card().Submit("OK", "x", new { _nonce = "mine" }) },
        { "begins with an underscore", () => new Card().Submit("OK", "_command") },
        { "named \"x\"", () => new Card().TextInput("x", "X").ToggleInput("x", "Y") },
        { "named \"x\"", () => new Card().TextInput("x", "X").Submit("OK", "r", new { x = 1 }) },
        { "named \"x\"", () => new Card().Submit("OK", "r", new { x = 1 }).TextInput("x", "X") },
        { "named values", () => new Card().Submit("OK", "r", 5) },
        { "has a comma", () => new Card().ChoiceInput("x", "X", [("a", "a"), ("b", "b,c")], multiple: true) },
        { "5 buttons", () => Enumerable.Range(0, 6).Aggregate(new Card(), (card, n) => card.Submit($"{n}", "r")) },
        { "named \"x\"", () => new Card().TextInput("x", "X").ShowCard("s", behind => behind.TextInput("x", "Y")) },
        { "named \"x\"", () => new Card().Columns(c => c.Column(a => a.TextInput("x", "X")).Column(b => b.Buttons(s => s.Submit("OK", "r", new { x = 1 })))) },
        { "http or https", () => new Card().Image(new Uri("file:///etc/passwd"), "x") },
        { "http or https", () => new Card().OpenUrl("x", new Uri("javascript:alert(1)")) },
        { "http or https", () => new Card().OpenUrl("x", new Uri("/relative", UriKind.Relative)) },
        { "cannot be drawn as a form", () => Card.Form<Version>("t", "x") },
        { "cannot be drawn as a form", () => Card.Form<KeyValuePair<string, object>>("t", "x") },
        { "greater than", () => new Card().Expires(TimeSpan.Zero) },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_Webex_or_the_bot_would_not_understand_is_refused(string problem, Action draw) =>
        Should.Throw<ArgumentException>(draw).Message.ShouldContain(problem);

    private static string[] Buttons(Card card) => [.. card.ToJson("n1")["actions"]!.AsArray().Select(action => action!.ToJsonString())];
}
