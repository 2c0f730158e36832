using WebexSimulator.Faults;
using WebexSimulator.Hosting;
using WebexSimulator.Http;
using WebexSimulator.Identity;

namespace WebexSimulator;

/// <summary>The simulator's settings, section <c>Simulator</c>: from the environment (with <c>__</c>) or the command line.</summary>
public sealed class SimulatorOptions
{
    /// <summary>The section these settings are read from.</summary>
    public const string Section = "Simulator";

    /// <summary>Where the simulator listens: <c>http://address:port</c>; port 0 takes a free one. Default <c>http://127.0.0.1:7070</c>.</summary>
    public string Listen { get; set; } = "http://127.0.0.1:7070";

    /// <summary>
    /// Ids of people and organisations, and so the tokens, are made from this number: the same seed gives the same tokens on every run.
    /// Default 1. (Rooms and messages get new ids on every run, as a bot remembers those it has seen.)
    /// </summary>
    public int Seed { get; set; } = 1;

    /// <summary>Accounts beside the built-in ones. An address at <c>webex.bot</c> is a bot. Default none.</summary>
    public IList<AccountOptions> Accounts { get; set; } = [];

    /// <summary>Integrations beside the built-in one: applications that people allow to act for them. Default none.</summary>
    public IList<ApplicationOptions> Integrations { get; set; } = [];

    /// <summary>Service apps beside the built-in one: applications that administrators allow to act by themselves. Default none.</summary>
    public IList<ApplicationOptions> ServiceApps { get; set; } = [];

    /// <summary>How many calls and deliveries <c>/simulator/ledger</c> remembers before it forgets the oldest. Default 200,000.</summary>
    public int LedgerCapacity { get; set; } = 200_000;

    /// <summary>The ledger keeps the bodies of calls and deliveries too. Default false: what was said is nobody's business.</summary>
    public bool LedgerBodies { get; set; }

    /// <summary>How many events <c>/events</c> remembers for compliance officers before it forgets the oldest. Default 100,000.</summary>
    public int EventsKept { get; set; } = 100_000;

    /// <summary>A file that keeps everything over a restart; it is made when it is not there. Default none: all is forgotten.</summary>
    public string? State { get; set; }

    /// <summary>Faults from the start, as the JSON array that <c>/simulator/faults</c> takes one by one. Default none.</summary>
    public string? Faults { get; set; }

    /// <summary>How webhooks are delivered.</summary>
    public WebhookOptions Webhooks { get; set; } = new();

    /// <summary>How many calls somebody may make.</summary>
    public RateLimitOptions RateLimits { get; set; } = new();

    /// <summary>Files of messages.</summary>
    public Files.FileOptions Files { get; set; } = new();

    /// <summary>Meetings.</summary>
    public Meetings.MeetingOptions Meetings { get; set; } = new();

    /// <summary>What the documentation of Webex leaves open, one switch for each question.</summary>
    public SimulatorSwitches Switches { get; set; } = new();

    internal IEnumerable<string> Errors()
    {
        if (ListenAddress.Read(Listen) is null)
            yield return $"Simulator:Listen is '{Listen}': write it as http://127.0.0.1:7070 (an IP address or localhost; port 0 takes a free one).";
        if (LedgerCapacity < 1)
            yield return "Simulator:LedgerCapacity must be at least 1.";
        if (EventsKept < 1)
            yield return "Simulator:EventsKept must be at least 1.";
        if (Webhooks.Timeout <= TimeSpan.Zero || Webhooks.Timeout > TimeSpan.FromMinutes(10))
            yield return "Simulator:Webhooks:Timeout must be more than 0 and at most 10 minutes, for example 00:00:15.";
        if (Webhooks.Retries is < 0 or > 100)
            yield return "Simulator:Webhooks:Retries must be 0 to 100.";
        if (Webhooks.RetryDelay < TimeSpan.Zero || Webhooks.RetryDelay > TimeSpan.FromHours(1))
            yield return "Simulator:Webhooks:RetryDelay must be 0 to 1 hour, for example 00:00:01.";
        if (Webhooks.Concurrency is < 1 or > 1_000)
            yield return "Simulator:Webhooks:Concurrency must be 1 to 1000.";
        if (Webhooks.PerWebhook is < 1 or > 1_000)
            yield return "Simulator:Webhooks:PerWebhook must be 1 to 1000.";
        foreach (var error in RateLimits.Errors()) yield return error;
        foreach (var error in Files.Errors()) yield return error;
        foreach (var error in Meetings.Errors()) yield return error;
        if (State is { Length: > 0 } && !System.IO.Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(State))))
            yield return $"Simulator:State is '{State}': there is no such folder.";
        if (FaultRule.ReadAll(Faults).Error is { } fault)
            yield return $"Simulator:Faults: {fault}";
        foreach (var error in ApplicationOptions.Errors("Simulator:Integrations", Integrations).Concat(ApplicationOptions.Errors("Simulator:ServiceApps", ServiceApps))) yield return error;
        foreach (var same in BuiltInApplications.All(this).GroupBy(application => application.ClientId, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return $"Simulator:Integrations and Simulator:ServiceApps: there are two of the client id of '{same.Last().Name}'. Name it otherwise.";
        if (Accounts.FirstOrDefault(account => !account.Email.Contains('@', StringComparison.Ordinal)) is { } nameless)
            yield return $"Simulator:Accounts: '{nameless.Email}' is no e-mail address.";
        foreach (var same in Model.Accounts.All(this).GroupBy(account => account.Email, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return $"Simulator:Accounts: '{same.Key}' is there already.";
    }
}

/// <summary>One more account, in <c>Simulator:Accounts</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>The address; its domain is the organisation.</summary>
    public string Email { get; set; } = "";

    /// <summary>The name people see. Default: made from the address.</summary>
    public string? DisplayName { get; set; }
}

/// <summary>
/// How webhooks are delivered, section <c>Simulator:Webhooks</c>. Webex documents none of these; it does document that 100 failures within
/// 5 minutes switch a webhook off, and that is no setting.
/// </summary>
public sealed class WebhookOptions
{
    /// <summary>How long a receiver may take to answer before the delivery has failed. Default 15 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How often a failed delivery is tried again with the same body. Default 0: a bot that keeps its promises only because the sender
    /// repeats itself does not keep them.
    /// </summary>
    public int Retries { get; set; }

    /// <summary>The pause before each of those. Default 1 second.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many deliveries may be under way at once. Default 32.</summary>
    public int Concurrency { get; set; } = 32;

    /// <summary>
    /// How many of them may be of one webhook. Default 1: each gets its own in order. Whether Webex keeps an order is not documented; more
    /// than 1 keeps none.
    /// </summary>
    public int PerWebhook { get; set; } = 1;
}
