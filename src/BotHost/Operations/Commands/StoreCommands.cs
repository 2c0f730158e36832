using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>Commands about the store as a whole.</summary>
internal sealed class StoreCommands(Database database, StoreCare care, Audit audit)
{
    private const int MostFaults = 20;

    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<StoreCommands>("store check", null, "looks the store over: its engine, its version, what must hold of its rows", c => c.CheckAsync),
        AdminCommand.Change<StoreCommands>("store backup", "file", "writes a consistent copy to a new file, also while the host runs; SQLite only", c => c.BackUpAsync),
    ];

    private Task<AdminAnswer> CheckAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var (name, engine) = care.Names();
        var faults = care.Faults();
        var (found, known) = care.SchemaVersion();
        // Of a damaged file the engine says enough, and may throw at the rest.
        var broken = faults.Count == 0 ? database.Read(StoreInvariants.Check) : [];
        List<object?[]> rows =
        [
            faults.Count == 0 ? ["the store is whole", "ok", engine] : ["the store is whole", "TROUBLE", "restore it from a back-up"],
            .. faults.Take(MostFaults).Select(fault => new object?[] { "", "", fault }),
            ["its tables are known to this program", found >= known ? "ok" : "TROUBLE", $"version {found}; this program's is {known}"],
            .. broken.Select(b => new object?[] { b.Name, b.Broken == 0 ? "ok" : "TROUBLE", b.Broken == 0 ? null : $"{b.Broken} rows" }),
        ];
        var table = new AdminTable("checks", ["check", "outcome", "detail"], rows);
        return Task.FromResult(rows.All(row => row[1] is not "TROUBLE")
            ? AdminAnswer.Done($"The store, {name}, is in order.", table)
            : AdminAnswer.Trouble("The store is not in order. Make a back-up of what there is before anything else: store backup <file>", table));
    }

    private async Task<AdminAnswer> BackUpAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var file = call["file"]!;
        if (!Path.IsPathFullyQualified(file))
            return AdminAnswer.NoWholePath(file);
        AdminAnswer answer;
        try
        {
            var bytes = await Task.Run(() => care.BackUp(file), cancellationToken).ConfigureAwait(false);
            answer = AdminAnswer.Done($"{file} is written and checked: {bytes / 1024:N0} KiB. To use it, stop the host and put it in the place of the store.");
        }
        catch (StoreException e)
        {
            answer = AdminAnswer.Trouble(e.Message);
        }

        return await audit.RunAsync(call, "store backup", file, (_, _) => answer, null, cancellationToken).ConfigureAwait(false);
    }
}
