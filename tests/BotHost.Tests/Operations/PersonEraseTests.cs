using System.Net;
using System.Text;
using BotHost.Access;
using BotHost.Bot;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Operations;

/// <summary>After a person is erased, the store's files do not hold their id or address any more, and everybody else's are as before.</summary>
public sealed class PersonEraseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_them_is_left_in_the_files_and_everything_of_others_is()
    {
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                Features.ShippedFeatures.Map(routes);
                routes.Command("fail", string () => throw new FormatException());
                routes.Command("ask", () => Card.Form<Wish>("Wish", "wish"));
                routes.Submit("wish", (Wish wish) => "noted");
            }, [.. Operator.Settings, ("Storage:KeepContent", "1.00:00:00")], cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        foreach (var text in new[] { "ping", "fail", "ask", "space create Unicorn" })
        {
            await alice.SayAsync(text, Cancelled);
            await bob.SayAsync(text, Cancelled);
        }

        var database = bot.Host.Services.GetRequiredService<Database>();
        await PlantAsync(database, alice.Account.PersonId);
        var audit = bot.Host.Services.GetRequiredService<AgentAudit>();
        await audit.DecidedAsync(Access.AuditBench.Call(person: new PersonId(alice.Account.PersonId)) with { Approver = new PersonId(alice.Account.PersonId) }, null, Cancelled);
        bot.ExpectWarnings();
        var before = Bodies(database, bob);
        before.ShouldBeGreaterThan(0);
        AreInFiles(op.Store, alice).ShouldBeTrue();

        var (code, output, errors) = await op.TypeAsync("person", "erase", alice.Account.PersonId);

        code.ShouldBe(0, errors);
        output.ShouldContain("Nothing that names this person is left");
        AreInFiles(op.Store, alice).ShouldBeFalse();
        Bodies(database, bob).ShouldBe(before);
        (await op.TypeAsync("store", "check")).Code.ShouldBe(0);
        (await op.TypeAsync("audit", "verify")).Code.ShouldBe(0);
        (await alice.SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong");
        bot.Log.ShouldNotContain(line => line.Message.Contains(alice.Account.PersonId));
    }

    [Theory]
    [InlineData("alice@example.com")]
    [InlineData("alice")]
    public async Task Only_an_id_is_taken(string id)
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);

        (await op.AskAsync(HttpMethod.Post, "person/erase?id=" + id)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>What handlers leave behind that did something for or about a person.</summary>
    private static Task PlantAsync(Database database, string person) => database.WriteAsync(session =>
    {
        session.Execute("INSERT INTO steps (event, number, name, fingerprint, result, subject, ended_at) VALUES (1, 1, 'add', 'f', @result, @person, 1)",
            ("@result", Encoding.UTF8.GetBytes($"{{\"personId\":\"{person}\"}}")), ("@person", person));
        return session.Execute(
            "INSERT INTO effects (event, ordinal, target, priority, kind, body, state, due_at, added_at, ended_at) VALUES (4711, 1, @person, 0, 0, NULL, 3, 1, 1, 1)", ("@person", person));
    }, cancellationToken: Cancelled);

    /// <summary>Whether a person's id or address stands anywhere in the store's files.</summary>
    private static bool AreInFiles(string store, TestPerson person)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(store)!).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            if (new[] { person.Account.PersonId, person.Account.Email }.Any(name => bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) >= 0))
                return true;
        }

        return false;
    }

    private static int Bodies(Database database, TestPerson person) =>
        StoredEvent.All(database).Count(e => e.Body is { } body && Encoding.UTF8.GetString(body).Contains(person.Account.PersonId));

    private sealed record Wish(string What);
}
