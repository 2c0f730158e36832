using BotHost.Access;

namespace BotHost.Operations;

/// <summary>A form for what the matrix cannot say: narrowed, limited, with approval.</summary>
internal static class GrantForm
{
    private static readonly (string Name, string Label, string Rule)[] Fields =
    [
        ("spaces", "Spaces", "ids, with ; between"), ("teams", "Teams", "ids, with ; between"), ("domains", "Domains of the people concerned", "example.com"),
        ("write-to", "May write to", "spaces; ids or addresses of people; @example.com"), ("hours", "Hours", "08:00-18:00"), ("days", "Days", "mon-fri;sun"),
        ("zone", "Time zone", "Europe/Berlin"), ("per-minute", "Times a minute", "a number"), ("per-day", "Times a day", "a number"),
        ("approval", "Waits for a yes", "tools by name, or full"), ("approvers", "Who may say yes", "ids or addresses"),
    ];

    public static Html Of(HttpContext context, string agent, string back) => $"""
        <details><summary>Give or refuse something narrower</summary>
        {Page.Command(context, "agent grant", $"""
        <fieldset><legend>A grant of {agent}</legend>
        <input type="hidden" name="agent" value="{agent}">
        <p><label for="grant">Name</label><input id="grant" name="name" required maxlength="64" pattern="[a-z][a-z0-9\-]*" aria-describedby="grant-rule"><small id="grant-rule">lower case letters, digits, hyphens; what has this name already is made anew</small></p>
        <p><label for="level">Level</label><select id="level" name="level">{Enum.GetValues<AgentLevel>().Select(Level)}</select></p>
        <fieldset class="choices"><legend>Resources</legend>{Enum.GetValues<AgentResource>().Select(Resource)}</fieldset>
        <div class="fields">{Fields.Select(Field)}</div>
        <p><button class="main">Give it</button></p>
        </fieldset>
        """, back)}
        </details>
        """;

    private static Html Level(AgentLevel level) => level == AgentLevel.Off ? $"""<option value="off">off: refuse it</option>""" : Named(AgentWords.Of(level));

    private static Html Named(string word) => $"""<option value="{word}"{(word == "read" ? Selected : Html.Empty)}>{word}</option>""";

    private static Html Selected => $" selected";

    private static Html Resource(AgentResource resource) =>
        $"""<label><input type="checkbox" name="resources" value="{AgentWords.Of(resource)}"> {AgentWords.Of(resource).Replace('-', ' ')}</label>""";

    private static Html Field((string Name, string Label, string Rule) field) => $"""
        <p><label for="grant-{field.Name}">{field.Label}</label><input id="grant-{field.Name}" name="{field.Name}" aria-describedby="grant-{field.Name}-rule"><small id="grant-{field.Name}-rule">{field.Rule}</small></p>
        """;
}
