namespace BotHost.Webex;

/// <summary>What the handlers of one call know about it, from its first try to its last.</summary>
internal sealed class WebexCall(HttpMethod method, string[] segments)
{
    private static readonly HttpRequestOptionsKey<WebexCall> Key = new("BotHost.WebexCall");
    private static readonly HttpRequestOptionsKey<IWebexCaller> CallerKey = new("BotHost.WebexCaller");
    private static readonly HttpRequestOptionsKey<WebexPriority> PriorityKey = new("BotHost.WebexPriority");
    private static readonly HttpRequestOptionsKey<bool> StreamedKey = new("BotHost.WebexStreamed");

    public HttpMethod Method { get; } = method;

    /// <summary>The path as it may be logged: what is not a word is an id.</summary>
    public string Path { get; } = string.Join('/', segments.Select(segment => IsWord(segment) ? segment : "{id}"));

    /// <summary>What Webex meters together: the resource, whatever the method and the id.</summary>
    public string Endpoint { get; } = segments switch
    {
        ["attachment" or "room" or "team", var second, ..] => $"{segments[0]}/{second}",
        [var first, ..] => first,
        [] => "",
    };

    /// <summary>Sent along, so that Webex's support can find the call.</summary>
    public string TrackingId { get; } = $"BOTHOST_{Guid.NewGuid()}";

    /// <summary>The path behind the base path, segment by segment.</summary>
    public IReadOnlyList<string> Segments { get; } = segments;

    /// <summary>As whom it is made.</summary>
    public required IWebexCaller Caller { get; init; }

    public WebexPriority Priority { get; private init; }

    /// <summary>Whether its answer is a file, which its caller reads as it arrives.</summary>
    public bool IsStreamed { get; private init; }

    /// <summary>How long it has waited because Webex asked for it.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>Whether it changes nothing, so that it may be repeated at will.</summary>
    public bool IsSafe => Method == HttpMethod.Get || Method == HttpMethod.Head;

    public static WebexCall Begin(HttpRequestMessage request, ApiRoot root)
    {
        var call = new WebexCall(request.Method, root.Segments(request.RequestUri!))
        {
            Caller = request.Options.TryGetValue(CallerKey, out var caller) ? caller : throw new InvalidOperationException("Nobody makes this call."),
            Priority = request.Options.TryGetValue(PriorityKey, out var priority) ? priority : default,
            IsStreamed = request.Options.TryGetValue(StreamedKey, out var streamed) && streamed,
        };
        request.Options.Set(Key, call);
        return call;
    }

    /// <summary>As whom, and how urgently, a request is made.</summary>
    public static void SetCaller(HttpRequestMessage request, IWebexCaller caller, WebexPriority priority)
    {
        request.Options.Set(CallerKey, caller);
        request.Options.Set(PriorityKey, priority);
    }

    public static void SetStreamed(HttpRequestMessage request) => request.Options.Set(StreamedKey, true);

    public static WebexCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var call) ? call : throw new InvalidOperationException("Not a call of the Webex client.");

    public static WebexCall Of(HttpResponseMessage response) => Of(response.RequestMessage!);

    private static bool IsWord(string segment) => segment.Length < 24 && segment.All(char.IsAsciiLetter);
}
