using BotHost.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BotHost.Agents;

/// <summary>Marks what only agents may call.</summary>
internal sealed record AgentsOnly;

/// <summary>
/// Stands before <c>/mcp</c>: no web page of somebody else's, no body larger than a file needs, and nobody without a key or token. Who it is is asked
/// on every request, so that a key that is taken away ends what its sessions can do.
/// </summary>
internal sealed partial class AgentDoor(
    RequestDelegate next, AgentDirectory agents, ResourceMetadata metadata, IOptions<AgentServerOptions> options, PublicAddress address, ILogger<AgentDoor> logger)
{
    private readonly IReadOnlyCollection<string> _origins = AgentOrigins.Read(options.Value.Origins) ?? [];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AgentsOnly>() is null)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var request = context.Request;
        if (!AgentOrigins.Allows(request.Headers.Origin, _origins, address.Of("/")))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages of that origin may not call this server. Add the origin to Agents:Origins.").ConfigureAwait(false);
            return;
        }

        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = options.Value.MaxRequestBytes;
        if (request.ContentLength > options.Value.MaxRequestBytes)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"A request may hold {options.Value.MaxRequestBytes} bytes. Send a smaller file, or its address instead.").ConfigureAwait(false);
            return;
        }

        if (Bearer(request) is not { } bearer || await agents.AuthenticateAsync(bearer, context.RequestAborted).ConfigureAwait(false) is not { } agent)
        {
            Log.Refused(logger, context.Connection.RemoteIpAddress?.ToString());
            context.Response.Headers.WWWAuthenticate = $"Bearer resource_metadata=\"{metadata.Address}\"";
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "Send the agent's key, or an access token for this server, as Authorization: Bearer.").ConfigureAwait(false);
            return;
        }

        context.User = new AgentPrincipal(agent);
        KeepRevision(request);
        await next(context).ConfigureAwait(false);
    }

    /// <summary>
    /// A session keeps the revision of the protocol that it was opened with. Clients that name another one that has sessions, always the same, mean the session's: the official
    /// suite is one of them. The library would refuse the call.
    /// </summary>
    private static void KeepRevision(HttpRequest request)
    {
        if (request.Headers.ContainsKey("Mcp-Session-Id") && request.Headers["MCP-Protocol-Version"] is ["2025-03-26" or "2025-06-18" or "2025-11-25"])
            request.Headers.Remove("MCP-Protocol-Version");
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header[7..].Trim() is { Length: > 0 } bearer
            ? bearer
            : null;

    private static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return context.Response.WriteAsync(sentence + "\n", context.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Refused a call of /mcp from {Address}: no agent has that key")]
        public static partial void Refused(ILogger logger, string? address);
    }
}
