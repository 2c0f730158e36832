using BotHost.Bot;

namespace BotHost.Tests.Replies;

/// <summary>Cards from JSON: holes are filled with data, and what is more than that is a clear error.</summary>
public sealed class TemplateTests
{
    private const string Body = """{"type":"AdaptiveCard","version":"1.3","body":[%],"actions":[&]}""";

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"${a} and ${b.c[1]}"}""", """{"type":"TextBlock","text":"\\*x\\* and 2"}""")]
    [InlineData("""{"type":"Input.Number","id":"n","value":"${n}","max":"${none}"}""", """{"type":"Input.Number","id":"n","value":7}""")]
    [InlineData("""{"type":"Input.Text","id":"t","value":"${a}"}""", """{"type":"Input.Text","id":"t","value":"*x*"}""")]
    [InlineData("""{"type":"TextBlock","$data":"${items}","text":"${$index}: ${name} of ${$root.n}"}""", """{"type":"TextBlock","text":"0: p of 7"},{"type":"TextBlock","text":"1: q of 7"}""")]
    [InlineData("""{"type":"TextBlock","$data":"${b.c}","text":"${$data}"}""", """{"type":"TextBlock","text":"1"},{"type":"TextBlock","text":"2"}""")]
    [InlineData("""{"type":"TextBlock","$data":"${items}","$when":"${name == 'q'}","text":"${name}"}""", """{"type":"TextBlock","text":"q"}""")]
    [InlineData("""{"type":"TextBlock","$when":"${!yes}","text":"x"},{"type":"TextBlock","$when":"${n != 7}","text":"y"},{"type":"TextBlock","$when":"${yes}","text":"z"}""", """{"type":"TextBlock","text":"z"}""")]
    [InlineData("""{"type":"Container","$data":"${b}","items":[{"type":"TextBlock","text":"${c[0]}"}]}""", """{"type":"Container","items":[{"type":"TextBlock","text":"1"}]}""")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"${a}","value":"${n}"}]}""", """{"type":"FactSet","facts":[{"title":"\\*x\\*","value":"7"}]}""")]
    public void Holes_are_filled(string template, string filled) =>
        Make(template).ToJson("n")["body"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe($"[{filled}]");

    [Fact]
    public void What_is_filled_in_cannot_become_a_button()
    {
        var card = Make("""{"type":"TextBlock","text":"${evil}"}""", """{"type":"Action.Submit","id":"go","title":"${evil}","data":{"x":"${evil}"}}""");

        card.Submits.ShouldBe(["go"]);
        var action = card.ToJson("n1")["actions"]![0]!;
        ((string?)action["data"]!["x"]).ShouldBe("\"},{\"type\":\"Action.Submit\"");
        ((string?)action["data"]!["_nonce"]).ShouldBe("n1");
        action["id"].ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"type":"Media"}""", "", "body[0] is \"Media\"")]
    [InlineData("", """{"type":"Action.Execute"}""", "actions[0] is \"Action.Execute\"")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ToggleVisibility"}]}""", "", "body[0].actions[0] is \"Action.ToggleVisibility\"")]
    [InlineData("""{"type":"Input.Text","id":"_x"}""", "", "underscore")]
    [InlineData("""{"type":"Input.Text"}""", "", "without an id")]
    [InlineData("""{"type":"Input.Text","id":"x"},{"type":"Input.Date","id":"x"}""", "", "named \"x\"")]
    [InlineData("", """{"type":"Action.Submit","title":"x"}""", "which route")]
    [InlineData("", """{"type":"Action.Submit","id":"_command","title":"x"}""", "underscore")]
    [InlineData("", """{"type":"Action.Submit","id":"r","title":"x","data":{"_nonce":"mine"}}""", "underscore")]
    [InlineData("", """{"type":"Action.Submit","id":"r","title":"x","data":"text"}""", "no object")]
    [InlineData("", """{"type":"Action.OpenUrl","title":"x","url":"javascript:1"}""", "http or https")]
    [InlineData("""{"type":"TextBlock","text":"${if(n > 3, 'a', 'b')}"}""", "", "more than a name")]
    [InlineData("""{"type":"TextBlock","text":"${string({})}"}""", "", "braces inside")]
    [InlineData("""{"type":"TextBlock","text":"${missing}"}""", "", "no \"missing\"")]
    [InlineData("""{"type":"TextBlock","text":"${items}"}""", "", "list or an object")]
    [InlineData("""{"type":"TextBlock","text":"${$index}"}""", "", "$data repeats")]
    [InlineData("""{"type":"TextBlock","$when":"n","text":""}""", "", "no expression")]
    public void What_cannot_be_is_said(string element, string action, string problem) =>
        Should.Throw<ArgumentException>(() => Make(element, action)).Message.ShouldContain(problem);

    [Fact]
    public void A_later_version_or_no_card_is_said()
    {
        Should.Throw<ArgumentException>(() => Card.FromJson("""{"type":"AdaptiveCard","version":"1.4"}""")).Message.ShouldContain("1.3 at most");
        Should.Throw<ArgumentException>(() => Card.FromJson("""{"type":"TextBlock"}""")).Message.ShouldContain("no card");
        Should.Throw<ArgumentException>(() => Card.FromJson("{\n,")).Message.ShouldContain("line 2");
    }

    private static Card Make(string element, string action = "") => Card.FromJson(
        Body.Replace("%", element).Replace("&", action),
        new
        {
            a = "*x*", b = new { c = new[] { 1, 2 } }, n = 7, none = (string?)null, yes = true, items = new[] { new { name = "p" }, new { name = "q" } },
            evil = "\"},{\"type\":\"Action.Submit\"",
        });
}
