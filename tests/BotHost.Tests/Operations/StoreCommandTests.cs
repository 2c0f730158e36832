using System.Net;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using Dapper;

namespace BotHost.Tests.Operations;

/// <summary>Looking the store over and copying it, with and without a host that holds it.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-test-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "bothost.db");

    private string Copy => Path.Combine(_folder.FullName, "copy.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_back_up_taken_while_the_bot_works_opens_is_in_order_and_holds_what_was_answered()
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);
        await bot.Person("alice@example.com").SayAsync("ping", Cancelled);
        var talking = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bot.Person("bob@example.com").SayAsync("ping", Cancelled)));

        var (code, output, errors) = await op.TypeAsync("store", "backup", Copy);
        await talking;

        code.ShouldBe(0, errors);
        output.ShouldContain(Copy);
        (await Operator.TypeAsync(Copy, ["store", "check"])).Code.ShouldBe(0);
        using var copy = Open(Copy);
        StoredEvent.All(copy).ShouldContain(e => e.Sequence == 1 && e.Status == EventStatus.Handled);
        if (!OperatingSystem.IsWindows())
            (System.IO.File.GetUnixFileMode(Copy) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)).ShouldBe(UnixFileMode.None);
    }

    [Fact]
    public async Task A_back_up_overwrites_nothing_and_leaves_nothing_where_it_fails()
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);
        await System.IO.File.WriteAllTextAsync(Copy, "precious", Cancelled);

        var existing = await op.TypeAsync("store", "backup", Copy);
        var nowhere = await op.AskAsync(HttpMethod.Post, "store/backup?file=" + Uri.EscapeDataString(Path.Combine(_folder.FullName, "no", "such.db")));
        var relative = await op.AskAsync(HttpMethod.Post, "store/backup?file=copy.db");

        existing.Code.ShouldBe(1);
        existing.Errors.ShouldContain("never overwrites");
        (await System.IO.File.ReadAllTextAsync(Copy, Cancelled)).ShouldBe("precious");
        nowhere.Status.ShouldBe(HttpStatusCode.Conflict);
        relative.Status.ShouldBe(HttpStatusCode.BadRequest);
        _folder.GetFiles().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_damaged_file_is_told()
    {
        using (var database = Open(File))
        {
            for (var i = 0; i < 300; i++)
            {
                var key = $"{i} {new string('k', 200)}";
                _ = database.WriteAsync(session => session.Execute(
                    "INSERT INTO events (key, lane, resource, event, status, received_at, due_at, finished_at) VALUES (@key, 'l', 'r', 'e', 2, 1, 1, 1)", ("@key", key)),
                    cancellationToken: Cancelled);
            }
        }

        await using (var file = new FileStream(File, FileMode.Open))
        {
            file.Position = file.Length - 3 * 4096;
            await file.WriteAsync(new byte[4096], Cancelled);
        }

        var (code, _, errors) = await Operator.TypeAsync(File, ["store", "check"]);

        code.ShouldBe(1);
        errors.ShouldContain("restore it from a back-up");
    }

    [Fact]
    public async Task Without_a_host_a_verb_opens_the_store_itself_and_writes_down_who()
    {
        Open(File).Dispose();

        (await Operator.TypeAsync(File, ["inbox", "show", "1"])).Code.ShouldBe(1);

        using var database = Open(File);
        database.Read(connection => connection.QuerySingle<(string Actor, string Subject)>("SELECT actor, subject FROM operations"))
            .ShouldBe((Environment.UserName, "event 1"));
    }

    [Fact]
    public async Task Where_there_is_no_store_a_verb_makes_none()
    {
        var (code, _, errors) = await Operator.TypeAsync(File, ["store", "check"]);

        code.ShouldBe(1);
        errors.ShouldContain(File);
        _folder.GetFiles().ShouldBeEmpty();
    }

    private static Database Open(string file) => new(new SqliteEngine($"Data Source={file};Pooling=False"), TimeProvider.System);
}
