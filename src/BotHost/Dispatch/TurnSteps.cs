using System.Text.Json;
using System.Text.Json.Serialization;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Journal;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>
/// The steps of a turn. A refusal by Webex is a result like any other: it is recorded, and thrown again when the handler runs again.
/// </summary>
/// <param name="acting">As whom, where it is not the bot.</param>
internal sealed class TurnSteps(TurnJournal journal, long handled, IReadOnlyList<ITurnPart> parts, TimeProvider time, Acting? acting = null) : ITurnSteps
{
    public TurnJournal Journal => journal;

    public IReadOnlyList<ITurnPart> Parts => parts;

    /// <summary>The same turn's, as somebody else.</summary>
    public TurnSteps As(Acting other) => new(journal, handled, parts, time, other);

    public AskedQuestion Ask(string arguments)
    {
        var (number, result) = journal.Ask(arguments);
        return new AskedQuestion(number, OpenQuestion.IdOf(handled, number), result is null ? null : JsonSerializer.Deserialize<Answer>(result));
    }

    public void Pass()
    {
        foreach (var part in parts)
            part.Pass();
    }

    public void Close()
    {
        journal.Close();
        foreach (var part in parts)
            part.Close();
    }

    public DateTimeOffset Now() => journal.Read("now", time.GetUtcNow);

    /// <summary>A step that changes nothing.</summary>
    public Task<T> ReadAsync<T>(string name, string arguments, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) => ActAsync(
        async () => Unwrap(await journal.ReadAsync(name, Of(arguments), ct => AskAsync(call, ct), cancellationToken).ConfigureAwait(false)), cancellationToken);

    /// <summary>A step that changes something.</summary>
    public Task<T> DoAsync<T>(Step<T> step, CancellationToken cancellationToken) => ActAsync(async () => Unwrap(await journal.DoAsync(
        new Step<Outcome<T>>(step.Name, Of(step.Arguments), ct => AskAsync(step.Call, ct))
        {
            Find = async (began, ct) => await step.Find(began, ct).ConfigureAwait(false) switch
            {
                { IsFound: true } found => Evidence<Outcome<T>>.Found(new Outcome<T>(found.Result)),
                { IsAbsent: true } => Evidence<Outcome<T>>.Absent,
                _ => Evidence<Outcome<T>>.None,
            },
            Subject = outcome => outcome.Refused is null ? step.Subject(outcome.Value!) : null,
            Also = step.Also is { } also ? (session, outcome) =>
            {
                if (outcome.Refused is null)
                    also(session, outcome.Value!);
            } : null,
            IsKnownToHaveFailed = e => e is WebexException { IsAmbiguous: false } or IdentityUnavailableException or ScopeMissingException || step.IsKnownToHaveFailed(e),
        }, cancellationToken).ConfigureAwait(false)), cancellationToken);

    public async Task<T> OnceAsync<T>(
        string name, Func<CancellationToken, Task<T>> call, Func<CancellationToken, Task<(bool IsDone, T? Result)>>? find, CancellationToken cancellationToken)
    {
        var step = new Step<T>("once " + name, "", call) { IsKnownToHaveFailed = e => e is not OperationCanceledException };
        return await journal.DoAsync(
            find is null ? step : step with
            {
                Find = async (_, ct) => await find(ct).ConfigureAwait(false) is (true, var result) ? Evidence<T>.Found(result!) : Evidence<T>.Absent,
            }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A step that deletes something. Where nobody knows whether it did, what is gone was deleted.</summary>
    public static Step<bool> Deleting<T>(string name, string id, Func<CancellationToken, Task> delete, Func<CancellationToken, Task<T>> get) where T : class =>
        new(name, id, async ct =>
        {
            await delete(ct).ConfigureAwait(false);
            return true;
        })
        {
            Find = async (_, ct) => await Refusals.FindAsync(get(ct)).ConfigureAwait(false) is null ? Evidence<bool>.Found(true) : Evidence<bool>.Absent,
        };

    private Task<T> ActAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken) => acting is null ? step() : acting.RunAsync(journal, step, cancellationToken);

    /// <summary>What the bot does is known as it was before there were others.</summary>
    private string Of(string arguments) => acting is null ? arguments : $"as {acting.Identity}\n{arguments}";

    private static async Task<Outcome<T>> AskAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return new Outcome<T>(await Refusals.AskAsync(call(cancellationToken)).ConfigureAwait(false));
        }
        catch (WebexRefusedException refused)
        {
            return new Outcome<T>(default, refused.Status, refused.Reason);
        }
    }

    private static T Unwrap<T>(Outcome<T> outcome) =>
        outcome.Refused is { } status ? throw new WebexRefusedException(status, outcome.Reason ?? "") : outcome.Value!;

    /// <summary>What a step was told.</summary>
    /// <param name="Refused">The status, where Webex refused.</param>
    private sealed record Outcome<T>(
        T? Value,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Refused = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
}
