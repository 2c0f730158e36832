using BotHost.Access;
using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>The one authoriser: for what is typed and for what is pressed. It asks Webex who a person is only where the policy depends on it.</summary>
internal sealed partial class Authoriser(AccessRules rules, PolicyJudge judge, AbandonedRuns abandoned, ILogger<Authoriser> logger) : IAuthoriser
{
    public async ValueTask<Reply?> RefusalAsync(BotContext context, Policy policy, CancellationToken cancellationToken)
    {
        if (abandoned.IsOff(context.Route))
            return Reply.Text(Texts.Plain("NotAtPresent"));
        if (policy == Policy.Nobody)
            return Reply.Text(Texts.Plain("SwitchedOff"));
        // An agent is no person. What it may was decided by its grants, for one command; a newer version may take its words for another.
        if (context.Granted is { } granted)
            return context.Route == granted ? null : Reply.Text(Texts.Plain("NotForYou"));
        if (await judge.AllowsAsync(context, policy, cancellationToken).ConfigureAwait(false))
            return null;
        if (policy == Policy.Default && rules.IsUnconfigured)
        {
            var caller = await judge.CallerAsync(context, cancellationToken).ConfigureAwait(false);
            Log.Unconfigured(logger, caller?.Organisation?.Value ?? "(unknown)");
            return Reply.Text(Texts.Plain("NotSetUp"));
        }

        Log.Refused(logger, policy);
        return Reply.Text(policy == Policy.Default ? Texts.Plain("NotForYou") : Texts.Plain("NotForYouBut", policy.Who));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Nobody may use this bot yet. To let this person's organisation in, set Access:Organisations to {Organisation}; "
            + "to let anybody in, set Access:Default to Everyone")]
        public static partial void Unconfigured(ILogger logger, string organisation);

        [LoggerMessage(LogLevel.Information, "Refused: the policy {Policy} does not cover this person")]
        public static partial void Refused(ILogger logger, Policy policy);
    }
}
