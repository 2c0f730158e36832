using System.Globalization;
using BotHost.Access;
using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>Commands about what agents did. The trail of what operators did is <see cref="Audit"/>.</summary>
internal sealed class AuditCommands(Database database, AuditKeys keys, Audit audit)
{
    private static readonly string Verdicts = string.Join(", ", Enum.GetNames<AgentVerdict>().Select(name => name.ToLowerInvariant()));

    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<AuditCommands>("audit list", null, "what agents wanted and what came of it, newest first", c => c.ListAsync, ("agent", "name"), ("since", "time"), ("verdict", "word"), ("resource", "word"), ("limit", "number")),
        AdminCommand.Read<AuditCommands>("audit show", "number", "one row of the agents' audit, and what belongs to it", c => c.ShowAsync),
        AdminCommand.Read<AuditCommands>("audit verify", null, "goes through the agents' audit and looks for what was changed, removed or added", c => c.VerifyAsync, ("known", "number:hash")),
        AdminCommand.Change<AuditCommands>("audit export", "file", "writes the agents' audit to a new file, a row of JSON a line", c => c.ExportAsync),
    ];

    private Task<AdminAnswer> ListAsync(AdminCall call, CancellationToken cancellationToken)
    {
        if (!Choices.TryState<AgentVerdict>(call["verdict"], out var verdict))
            return Task.FromResult(AdminAnswer.BadInput($"'{call["verdict"]}' is not a verdict. There are {Verdicts}."));
        if (!TryResource(call["resource"], out var resource))
            return Task.FromResult(AdminAnswer.BadInput($"'{call["resource"]}' is not a resource. There are {AgentWords.AllResources}."));
        if (!Choices.TryLimit(call, out var limit))
            return Task.FromResult(AdminAnswer.BadInput(Choices.LimitRange));
        if (!TrySince(call["since"], out var since))
            return Task.FromResult(AdminAnswer.BadInput($"'{call["since"]}' is not a time. Give it as 2026-01-31 or 2026-01-31T09:30Z."));
        var found = database.Read(connection => AuditReader.Decisions(connection, call["agent"], since, verdict, limit, resource));
        return Task.FromResult(AdminAnswer.Done(
            found.Count == 0 ? "No such calls." : null,
            new AdminTable("calls", ["number", "at", "what"], [.. found.Select(e => new object?[] { e.Row.Number, Choices.Time(e.Row.At), AuditSentence.Of(e) })])));
    }

    private Task<AdminAnswer> ShowAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var number = call.Number("number")!.Value;
        return audit.RunAsync(call, "audit show", $"row {number}", (session, _) => AuditReader.Story(session, number) is { Count: > 0 } story
            ? AdminAnswer.Done(
                $"{AuditSentence.Of(story[0])}.{(story[0].IsErased ? " What it named was erased." : "")}",
                AdminTable.Of("row", Facts(story[0])),
                new AdminTable("rows", ["number", "at", "what"], [.. story.Skip(1).Select(e => new object?[] { e.Row.Number, Choices.Time(e.Row.At), AuditSentence.Of(e) })]))
            : AdminAnswer.NotFound($"There is no row {number}, or it was dropped. Take a number from `audit list`."), committed: null, cancellationToken);
    }

    private Task<AdminAnswer> VerifyAsync(AdminCall call, CancellationToken cancellationToken)
    {
        (long, string)? known = null;
        if (call["known"] is { Length: > 0 } text)
        {
            var (number, hash) = text.Split(':') is [var first, var second] ? (first, second.Trim().ToLowerInvariant()) : ("", "");
            if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) || hash.Length != AuditHead.Origin.Length)
                return Task.FromResult(AdminAnswer.BadInput("--known takes a number and a hash that `audit verify` told earlier: 4711:9f86d081…"));
            known = (row, hash);
        }

        var found = database.ReadAtOneMoment(connection => new AuditVerifier(connection, keys).Verify(known));
        var facts = AdminTable.Of(
            "audit", ("rows", found.Rows), ("segments", found.Segments), ("written without a key", found.UnkeyedSegments), ("rows dropped", found.DroppedRows),
            ("rows with details erased", found.Erased), ("last", $"{found.LastNumber}:{found.LastHash}"), ("troubles", found.Troubles));
        return Task.FromResult(found.Troubles == 0
            ? AdminAnswer.Done("The audit is whole. Note the last row elsewhere, and give it as --known next time: then a chain that was cut off or made anew is found as well.", facts)
            : AdminAnswer.Trouble(
                "The audit was changed by something that is no host of this bot, or the store is damaged.", facts, new AdminTable("troubles", ["trouble"], [.. found.Told.Select(t => new object?[] { t })])));
    }

    private async Task<AdminAnswer> ExportAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var file = call["file"]!;
        if (!Path.IsPathFullyQualified(file))
            return AdminAnswer.NoWholePath(file);
        AdminAnswer answer;
        try
        {
            await using var stream = AuditExport.Create(file);
            var rows = await Task.Run(() => database.ReadAtOneMoment(connection => AuditExport.Write(connection, stream)), cancellationToken).ConfigureAwait(false);
            answer = AdminAnswer.Done($"{file} is written: {rows} rows. What is in it is erased by nobody but you.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            answer = AdminAnswer.Trouble($"{file} cannot be written ({e.Message}). Name a new file in a folder that the host may write to.");
        }

        return await audit.RunAsync(call, "audit export", file, (_, _) => answer, null, cancellationToken).ConfigureAwait(false);
    }

    private static (string, object?)[] Facts(AuditEntry entry) =>
    [
        ("number", entry.Row.Number), ("at", Choices.Time(entry.Row.At)), ("kind", entry.Row.Kind), ("agent", entry.Row.Agent), ("tool", entry.Row.Tool),
        ("resource", entry.Row.Resource), ("level", entry.Row.Level), ("verdict", entry.Row.Verdict), ("grant", entry.Row.GrantName), ("reason", entry.Row.Reason),
        ("about", entry.Row.About), ("outcome", entry.Row.Outcome), ("status", entry.Row.Status), ("numbers", entry.Row.Numbers),
        ("identity", entry.Details?.Identity), ("room", entry.Row.Room), ("title", entry.Details?.Title), ("person", entry.Details?.Person),
        ("subject", entry.Details?.Subject), ("approver", entry.Details?.Approver), ("approver's name", entry.Details?.ApproverName), ("text", entry.Details?.Said),
        ("session", entry.Row.Session), ("request", entry.Row.Request), ("hash", entry.Row.Hash),
    ];

    /// <summary>False where a text is given that names none.</summary>
    private static bool TryResource(string? text, out AgentResource? resource)
    {
        resource = !string.IsNullOrEmpty(text) && AgentWords.TryResource(text, out var found) ? found : null;
        return string.IsNullOrEmpty(text) || resource is not null;
    }

    private static bool TrySince(string? text, out long since)
    {
        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        since = isTime ? time.ToUnixTimeMilliseconds() : 0;
        return isTime || string.IsNullOrEmpty(text);
    }
}
