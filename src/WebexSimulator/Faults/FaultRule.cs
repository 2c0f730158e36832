using System.Text.Json;
using System.Text.Json.Serialization;
using WebexSimulator.Control;

namespace WebexSimulator.Faults;

/// <summary>
/// What is to go wrong, and when. The conditions that are given must all hold; of several rules the first that holds is taken. A rule
/// with <c>delivery</c> is about webhooks, any other about calls.
/// </summary>
/// <remarks>What has a default has a setter too: the generated reader would overwrite that of an init-only property.</remarks>
internal sealed record FaultRule
{
    public string? Id { get; init; }

    public string? Method { get; init; }

    /// <summary>A route (<c>/messages/{messageId}</c>), a path (<c>/people/me</c>), or the beginning of one (<c>/messages*</c>); <c>/v1</c> may be left out.</summary>
    public string? Path { get; init; }
    public string? Token { get; init; }

    /// <summary>Who calls, or whose webhook it is.</summary>
    public string? Email { get; init; }
    public string? Resource { get; init; }
    public string? Event { get; init; }
    public string? WebhookId { get; init; }

    /// <summary>How many of those that match, 0 to 1, by a random of <see cref="Seed"/>.</summary>
    public double Share { get; set; } = 1;
    public int Seed { get; set; } = 1;

    /// <summary>So many matches are left alone first.</summary>
    public int Skip { get; init; }

    /// <summary>No more than so many are hit.</summary>
    public int? Count { get; init; }

    /// <summary>The status to answer with, 400 to 599.</summary>
    public int? Status { get; init; }

    /// <summary>Verbatim; <c>date+30</c> becomes the date in so many seconds. Absent: no such header.</summary>
    public JsonElement? RetryAfter { get; init; }

    /// <summary>What is answered. Default: html for 429, as Webex does, json for others.</summary>
    public FaultBody? Body { get; init; }

    /// <summary>Whether the call is carried out first. Default before: it is not.</summary>
    public FaultMoment When { get; init; }

    /// <summary>How long to wait before the call is carried out.</summary>
    public TimeSpan? DelayBefore { get; init; }

    /// <summary>How long to wait before it is answered.</summary>
    public TimeSpan? DelayAfter { get; init; }
    public FaultConnection? Connection { get; init; }

    /// <summary>A field that cannot be read in the items of a list; the list itself is answered.</summary>
    public string? Breaks { get; init; }

    /// <summary>The id of the one item it cannot be read in. Default: in none of them.</summary>
    public string? Item { get; init; }
    public FaultDelivery? Delivery { get; init; }

    /// <summary>For a delivery that is late or reordered. Default 1 second.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong with the rule; null where nothing is.</summary>
    public string? Error() => this switch
    {
        { Share: < 0 or > 1 } => "share must be 0 to 1.",
        { Skip: < 0 } or { Count: < 1 } => "skip must be at least 0 and count at least 1.",
        { Status: < 400 or > 599 } => "status must be 400 to 599.",
        { RetryAfter.ValueKind: not (JsonValueKind.String or JsonValueKind.Number) } => "retryAfter must be a number or a text.",
        _ when new[] { DelayBefore, DelayAfter, Delay }.Any(delay => delay < TimeSpan.Zero || delay > TimeSpan.FromDays(1)) =>
            "A delay must be 00:00:00 to 1.00:00:00, for example 00:00:02.",
        { Delivery: not null } when IsForCalls => "delivery goes with email, webhookId, resource and event only.",
        { Delivery: null } when !HasEffect => "Nothing would go wrong: give status, connection, breaks, delayBefore, delayAfter or delivery.",
        { Delivery: null } when Resource is not null || Event is not null || WebhookId is not null => "resource, event and webhookId go with delivery only.",
        { Status: not null, Connection: not null } or { Breaks: not null, Status: not null } => "Give status, or else connection or breaks.",
        { Item: not null, Breaks: null } => "item goes with breaks only.",
        { Breaks: "" or "id" or "errors" } => "breaks must name a field such as title; without its id an item is none.",
        _ => null,
    };

    private bool HasEffect => Status is not null || Connection is not null || Breaks is not null || DelayBefore is not null || DelayAfter is not null;

    private bool IsForCalls => HasEffect || Method is not null || Path is not null || Token is not null || Item is not null || RetryAfter is not null || Body is not null;

    public static (IReadOnlyList<FaultRule> Rules, string? Error) ReadAll(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return ([], null);
        try
        {
            var rules = JsonSerializer.Deserialize(json, ControlJson.Default.IReadOnlyListFaultRule) ?? [];
            return (rules, rules.Select(rule => rule.Error()).FirstOrDefault(error => error is not null));
        }
        catch (JsonException exception)
        {
            return ([], exception.Message);
        }
    }
}

internal enum FaultMoment
{
    [JsonStringEnumMemberName("before")] Before,
    [JsonStringEnumMemberName("after")] After,
}

internal enum FaultBody
{
    [JsonStringEnumMemberName("json")] Json,
    [JsonStringEnumMemberName("html")] Html,
    [JsonStringEnumMemberName("empty")] Empty,
}

/// <summary>How the connection goes wrong.</summary>
internal enum FaultConnection
{
    /// <summary>Without a byte of an answer.</summary>
    [JsonStringEnumMemberName("reset")] Reset,

    /// <summary>In the middle of the answer.</summary>
    [JsonStringEnumMemberName("half")] Half,

    /// <summary>Content-Length is less than there is: the answer ends too early, and properly.</summary>
    [JsonStringEnumMemberName("tooShort")] TooShort,

    /// <summary>Content-Length is more than there is: the connection ends where more was promised.</summary>
    [JsonStringEnumMemberName("tooLong")] TooLong,
}

/// <summary>How a delivery goes wrong.</summary>
internal enum FaultDelivery
{
    /// <summary>Never sent; nobody counts it as a failure.</summary>
    [JsonStringEnumMemberName("lost")] Lost,

    /// <summary>Sent later, and so is all that waits behind it.</summary>
    [JsonStringEnumMemberName("late")] Late,

    /// <summary>Sent twice.</summary>
    [JsonStringEnumMemberName("duplicated")] Duplicated,

    /// <summary>Sent later, overtaken by what comes behind it.</summary>
    [JsonStringEnumMemberName("reordered")] Reordered,

    /// <summary>Signed with another secret.</summary>
    [JsonStringEnumMemberName("wronglySigned")] WronglySigned,

    /// <summary>Sent, but its answer counts as never come: a failure, which may be tried again.</summary>
    [JsonStringEnumMemberName("timeout")] Timeout,
}
