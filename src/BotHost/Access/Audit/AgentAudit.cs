using System.Text;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Access;

/// <summary>
/// Writes down what agents want, what was decided, and what came of it. A call costs one commit before it, which many calls share, and one
/// after. What is refused, or waits for a person, costs the first alone.
/// </summary>
internal sealed partial class AgentAudit(
    Database database, AuditChain chain, AuditOpen open, IOptions<AgentAuditOptions> options, TimeProvider time, ILogger<AgentAudit> logger)
{
    /// <summary>What agents send is cut off here, in characters. A message of Webex is shorter than the second.</summary>
    private const int LongestName = 1000, LongestText = 10_000;

    /// <summary>How often it is tried to write down what came of a call, and how long until the first time; each pause is twice as long.</summary>
    private const int MostTries = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Writes a decision down. Where it allows the call, the intent with it: the call is made after this has returned, or not at all.</summary>
    /// <param name="also">
    /// Joins the transaction and gets the decision's number. As any write, it touches nothing but the session and may run twice.
    /// </param>
    /// <returns>The decision's number, for <see cref="EndedAsync"/>.</returns>
    /// <exception cref="StoreException">It could not be written: the call must not be made.</exception>
    public Task<long> DecidedAsync(AuditedCall audited, Action<WriteSession, long>? also, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Not cancelled from here on: a decision whose number nobody learns would stay open.
        return database.WriteAsync(
            session =>
            {
                var number = Decide(session, audited);
                also?.Invoke(session, number);
                return number;
            },
            cancellationToken: CancellationToken.None);
    }

    /// <summary>As <see cref="DecidedAsync"/>, in a transaction of the caller's.</summary>
    public long Decide(WriteSession session, AuditedCall audited)
    {
        var (call, decision) = (audited.Call, audited.Decision);
        var number = chain.Append(
            session,
            new AuditRow
            {
                Kind = nameof(AuditKind.Decision), Agent = audited.Agent, Tool = call.Tool, Resource = call.Resource.ToString(), Level = call.Needs.ToString(),
                Room = Clean(call.Room?.Value), Verdict = decision.Verdict.ToString(), GrantName = decision.Grant, Reason = decision.Reason,
                Session = Clean(audited.Session), Request = Clean(audited.Request),
            },
            new AuditDetails
            {
                Identity = audited.As.ToString(), IdentityName = Clean(audited.IdentityName), Title = Clean(audited.Title), Person = Clean(call.Person?.Value),
                PersonName = Clean(audited.PersonName), Approver = audited.Approver?.Value, ApproverName = Clean(audited.ApproverName), Subject = Clean(call.Subject ?? call.Team?.Value),
                Said = options.Value.AuditTexts ? Clean(audited.Text, LongestText) : null,
            });
        if (decision.Verdict == AgentVerdict.Allowed)
            open.Add(session, number);
        return number;
    }

    /// <summary>
    /// Writes down what came of a call. It is tried again for some seconds; where it cannot be written, the call is closed as
    /// <see cref="AuditOutcome.Unknown"/> later, and this returns all the same: what was done is done.
    /// </summary>
    public async Task EndedAsync(long number, AuditedOutcome outcome)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await database.WriteAsync(session => End(session, number, outcome)).ConfigureAwait(false);
                return;
            }
            catch (StoreException e) when (tries < MostTries)
            {
                Log.NotYet(logger, number, e.Message);
                await Task.Delay(FirstPause * Math.Pow(2, tries - 1), time).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                open.Lose(number);
                Log.Lost(logger, number, e);
                return;
            }
        }
    }

    /// <summary>As <see cref="EndedAsync"/>, in a transaction of the caller's.</summary>
    public long End(WriteSession session, long number, AuditedOutcome outcome)
    {
        AuditOpen.Remove(session, number);
        return chain.Append(
            session,
            new AuditRow { Kind = nameof(AuditKind.Outcome), About = number, Outcome = outcome.Outcome.ToString(), Status = outcome.Status },
            new AuditDetails { Subject = Clean(outcome.Subject) });
    }

    /// <summary>Writes down what a person answered who was asked about a decision that needed it.</summary>
    /// <param name="name">The approver's; null where it is not known.</param>
    public long Answer(WriteSession session, long number, PersonId approver, string? name, bool isYes) => chain.Append(
        session,
        new AuditRow { Kind = nameof(AuditKind.Approval), About = number, Verdict = (isYes ? AgentVerdict.Allowed : AgentVerdict.Denied).ToString() },
        new AuditDetails { Approver = approver.Value, ApproverName = Clean(name) });

    /// <summary>Writes down calls that nobody looked at, many as one row.</summary>
    /// <param name="why">Part of a sentence: <c>it was refused 30 times within a minute</c>.</param>
    public Task<long> TurnedAwayAsync(string agent, long calls, string why, CancellationToken cancellationToken) => database.WriteAsync(
        session => chain.Append(
            session,
            new AuditRow { Kind = nameof(AuditKind.Decision), Agent = agent, Verdict = nameof(AgentVerdict.Denied), Reason = why, Numbers = AuditRow.Text(calls) }),
        cancellationToken: cancellationToken);

    /// <summary>A call is not made where its decision cannot be stored, and an agent may send any text.</summary>
    private static string? Clean(string? text, int most = LongestName)
    {
        if (text is null)
            return null;
        var cut = text.Length <= most ? text : text[..most] + "…";
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)).Replace('\0', '\uFFFD');
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "What came of call {Number} of an agent could not be written down yet: {Reason}")]
        public static partial void NotYet(ILogger logger, long number, string reason);

        [LoggerMessage(LogLevel.Error, "What came of call {Number} of an agent could not be written down; it will stand as unknown")]
        public static partial void Lost(ILogger logger, long number, Exception error);
    }
}
