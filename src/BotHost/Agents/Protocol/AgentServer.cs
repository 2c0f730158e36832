using BotHost.Access;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace BotHost.Agents;

/// <summary>What the protocol's library asks, answered for the agent who asks it: over HTTP and over standard input alike.</summary>
internal sealed class AgentServer
{
    private readonly ToolRegistry _tools;
    private readonly AgentCalls _calls;
    private readonly AgentResources _resources;
    private readonly AgentRefusals _refusals;

    public AgentServer(ToolRegistry tools, AgentCalls calls, AgentResources resources, AgentRefusals refusals, AgentGate gate, AgentToolList announcements)
    {
        (_tools, _calls, _resources, _refusals) = (tools, calls, resources, refusals);
        gate.Changed += announcements.Announce;
    }

    /// <summary>Tells the library whom to ask. The server itself is made when somebody does: it needs the store, which an operators' command may not open.</summary>
    public static void Configure(McpServerOptions options, IServiceProvider services)
    {
        options.ServerInfo = new Implementation { Name = "BotHost", Title = "BotHost for Webex", Version = typeof(AgentServer).Assembly.GetName().Version!.ToString(3) };
        options.ServerInstructions = AgentPrompts.Instructions;
        var announcements = services.GetRequiredService<AgentToolList>();
        foreach (var tool in options.ToolCollection ?? [])
            announcements.TryAdd(tool);
        options.ToolCollection = announcements;
        options.Handlers.ListToolsHandler = (context, ct) => Server().ListToolsAsync(context, ct);
        options.Handlers.CallToolHandler = (context, ct) => Server().CallToolAsync(context, ct);
        options.Handlers.ListResourcesHandler = (context, _) => new(new ListResourcesResult { Resources = [.. Server()._resources.Listed(AgentOf(context))] });
        options.Handlers.ListResourceTemplatesHandler = (context, _) => new(new ListResourceTemplatesResult { ResourceTemplates = [.. Server()._resources.Templates(AgentOf(context))] });
        options.Handlers.ReadResourceHandler = (context, ct) => Server().ReadResourceAsync(context, ct);
        options.Handlers.ListPromptsHandler = (_, _) => new(new ListPromptsResult { Prompts = [.. AgentPrompts.All.Select(prompt => prompt.Declared)] });
        options.Handlers.GetPromptHandler = (context, _) => new(AgentPrompts.Get(context.Params));

        AgentServer Server() => services.GetRequiredService<AgentServer>();
    }

    private ValueTask<ListToolsResult> ListToolsAsync(RequestContext<ListToolsRequestParams> context, CancellationToken cancellationToken) =>
        new(new ListToolsResult { Tools = [.. _tools.ListedTo(AgentOf(context)).Select(tool => tool.Declared)] });

    private async ValueTask<CallToolResult> CallToolAsync(RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        var name = context.Params?.Name ?? "";
        if (_tools.Find(name) is not { } tool)
        {
            _refusals.Add(AgentOf(context));
            throw new McpProtocolException($"There is no tool '{name}'. List the tools and take one of them.", McpErrorCode.InvalidParams);
        }

        var caller = CallerOf(context) with { Progress = ProgressNotes.For(context.Server, context.Params?.ProgressToken) };
        var answer = await _calls.CallAsync(caller, tool, context.Params?.Arguments, cancellationToken).ConfigureAwait(false);
        return answer.ToResult();
    }

    private async ValueTask<ReadResourceResult> ReadResourceAsync(RequestContext<ReadResourceRequestParams> context, CancellationToken cancellationToken)
    {
        var uri = context.Params?.Uri ?? "";
        if (_resources.Find(uri) is not var (tool, arguments))
        {
            _refusals.Add(AgentOf(context));
            throw new McpProtocolException($"There is no resource '{uri}'. List the resources and their templates.", McpErrorCode.ResourceNotFound);
        }

        var answer = await _calls.CallAsync(CallerOf(context), tool, arguments, cancellationToken).ConfigureAwait(false);
        if (answer.IsError)
            throw new McpProtocolException(answer.Problem!, McpErrorCode.InvalidRequest);
        return new ReadResourceResult { Contents = [new TextResourceContents { Uri = uri, MimeType = "application/json", Text = answer.Text }] };
    }

    private static Caller CallerOf<T>(RequestContext<T> context) => new(AgentOf(context), context.Server.SessionId, context.JsonRpcRequest.Id.ToString());

    private static AgentProfile AgentOf(MessageContext context) =>
        (context.User as AgentPrincipal)?.Agent ?? throw new McpProtocolException("Nobody is known to be calling: the key or token ended or was revoked, or the store cannot be read just now. Call again; if that does not help, connect with another key.", McpErrorCode.InvalidRequest);
}
