using RestEase;
using RestEase.Implementation;

namespace BotHost.Webex;

/// <summary>Turns a declared call into a request, with the three habits of RestEase that do not fit Webex put right.</summary>
internal sealed class WebexRequester : Requester
{
    private readonly IWebexCaller caller;
    private readonly WebexPriority priority;

    public WebexRequester(HttpClient client, IWebexCaller caller, WebexPriority priority, ILogger<WebexClient> logger) : base(client)
    {
        (this.caller, this.priority) = (caller, priority);
        RequestBodySerializer = new RequestBody();
        RequestQueryParamSerializer = new QueryText();
        ResponseDeserializer = new ResponseBody(logger);
    }

    // An empty id would read the list instead of the item, and "." or ".." another path altogether: escaping does not touch them.
    protected override string SubstitutePathParameters(IRequestInfo requestInfo)
    {
        foreach (var parameter in requestInfo.PathParams)
        {
            var (name, value) = parameter.SerializeToString(FormatProvider);
            if (value is null or "" or "." or "..")
                throw new ArgumentException($"'{value}' is no {name}. Give the id as Webex spelled it.");
        }

        return base.SubstitutePathParameters(requestInfo);
    }

    protected override void ApplyHeaders(IRequestInfo requestInfo, HttpRequestMessage requestMessage)
    {
        base.ApplyHeaders(requestInfo, requestMessage);
        WebexCall.SetCaller(requestMessage, caller, priority);
    }

    // A link to the next page is followed as Webex wrote it; RestEase would write its query anew.
    protected override Uri ConstructUri(string path, IRequestInfo requestInfo) =>
        Uri.TryCreate(path, UriKind.Absolute, out var link) && !link.IsFile ? link : base.ConstructUri(path, requestInfo);
}
