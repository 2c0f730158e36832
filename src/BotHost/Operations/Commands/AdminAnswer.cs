using System.Text;
using System.Text.Json.Nodes;

namespace BotHost.Operations;

/// <summary>How a command ended, as HTTP says it.</summary>
internal enum AdminOutcome
{
    Done = StatusCodes.Status200OK,

    /// <summary>What was typed is not what the command takes.</summary>
    BadInput = StatusCodes.Status400BadRequest,

    NotFound = StatusCodes.Status404NotFound,

    /// <summary>It cannot be done to that in its state, or what was looked at is not in order.</summary>
    Trouble = StatusCodes.Status409Conflict,
}

/// <summary>That a command is not over: it is asked again with this, after a while.</summary>
internal sealed record AdminFollow(string Ticket, TimeSpan After);

/// <summary>What a command tells: a sentence, tables, or both. The same over HTTP and in a terminal.</summary>
internal sealed record AdminAnswer(AdminOutcome Outcome, string? Sentence, params IReadOnlyList<AdminTable> Tables)
{
    public static AdminAnswer Done(string? sentence, params IReadOnlyList<AdminTable> tables) => new(AdminOutcome.Done, sentence, tables);

    public static AdminAnswer BadInput(string sentence) => new(AdminOutcome.BadInput, sentence);

    /// <summary>Said of a file that the host is to write.</summary>
    public static AdminAnswer NoWholePath(string file) =>
        BadInput($"'{file}' is not a whole path. The host writes it, and its folder may be another than yours: begin at the root.");

    public static AdminAnswer NotFound(string sentence) => new(AdminOutcome.NotFound, sentence);

    public static AdminAnswer Trouble(string sentence, params IReadOnlyList<AdminTable> tables) => new(AdminOutcome.Trouble, sentence, tables);

    /// <summary>Set while it waits for somebody.</summary>
    public AdminFollow? Follow { get; init; }

    /// <summary>For people. Nothing in it moves their cursor, whatever a stranger put into an id.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var table in Tables.Where(table => table.Rows.Count > 0))
            table.WriteTo(text).AppendLine();
        if (Sentence is not null)
            text.AppendLine(OneLineFormatter.Escape(Sentence));
        return text.ToString();
    }

    /// <summary>For machines: the sentence, and each table as a list of objects.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["sentence"] = Sentence };
        if (Follow is { } follow)
            json["ticket"] = follow.Ticket;
        foreach (var table in Tables)
            json[table.Name] = table.ToJson();
        return json;
    }
}
