using System.Net;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Journal;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>
/// What is particular about the steps of a turn that acts as somebody else: where a person's consent is missing, they are asked for it in the
/// place of the step, which then follows it.
/// </summary>
internal sealed class Acting(WebexIdentity identity, IdentityClients clients, Consents consents, Func<BotContext> context)
{
    /// <summary>Who has consented and lacks it again does not want to, or cannot.</summary>
    private const int MostTries = 2;

    public WebexIdentity Identity => identity;

    private string Known => $"consent {identity}";

    public async Task<T> RunAsync<T>(TurnJournal journal, Func<Task<T>> step, CancellationToken cancellationToken)
    {
        await clients.PrepareAsync(identity, cancellationToken).ConfigureAwait(false);
        for (var asked = 0; ; asked++)
        {
            for (; journal.AskedNext(Known); asked++)
                Ask();
            var mark = journal.Mark();
            try
            {
                return await step().ConfigureAwait(false);
            }
            catch (Exception e) when (MayAsk(e) && asked < MostTries)
            {
                journal.Return(mark);
                Ask();
            }
        }
    }

    private void Ask() => context().AskConsent(Known, () =>
    {
        var (address, ticket) = consents.NewLink();
        return new ConsentLink(address, ticket);
    });

    /// <summary>Whether the person's consent would do what is missing.</summary>
    private bool MayAsk(Exception e) => identity.Kind == IdentityKind.Person && e switch
    {
        IdentityUnavailableException unavailable => unavailable.CanConsent && unavailable.Identity == identity,
        ScopeMissingException missing => consents.CanGive(missing.Scopes),
        WebexException refused => refused.Status == HttpStatusCode.Unauthorized && refused.Identity == identity,
        _ => false,
    };
}
