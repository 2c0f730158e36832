using BotHost.Access;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace BotHost.Agents;

/// <summary>What the protocol's library asks, answered for the agent who asks it: over HTTP and over standard input alike.</summary>
internal sealed class AgentServer(ToolRegistry tools, AgentCalls calls, AgentResources resources, AgentToolList announcements)
{
    public void Configure(McpServerOptions options)
    {
        options.ServerInfo = new Implementation { Name = "BotHost", Title = "BotHost for Webex", Version = typeof(AgentServer).Assembly.GetName().Version!.ToString(3) };
        options.ServerInstructions = AgentPrompts.Instructions;
        foreach (var tool in options.ToolCollection ?? [])
            announcements.TryAdd(tool);
        options.ToolCollection = announcements;
        options.Handlers.ListToolsHandler = ListToolsAsync;
        options.Handlers.CallToolHandler = CallToolAsync;
        options.Handlers.ListResourcesHandler = (context, _) => new(new ListResourcesResult { Resources = [.. resources.Listed(AgentOf(context))] });
        options.Handlers.ListResourceTemplatesHandler = (context, _) => new(new ListResourceTemplatesResult { ResourceTemplates = [.. resources.Templates(AgentOf(context))] });
        options.Handlers.ReadResourceHandler = ReadResourceAsync;
        options.Handlers.ListPromptsHandler = (_, _) => new(new ListPromptsResult { Prompts = [.. AgentPrompts.All.Select(prompt => prompt.Declared)] });
        options.Handlers.GetPromptHandler = (context, _) => new(AgentPrompts.Get(context.Params));
    }

    private ValueTask<ListToolsResult> ListToolsAsync(RequestContext<ListToolsRequestParams> context, CancellationToken cancellationToken) =>
        new(new ListToolsResult { Tools = [.. tools.ListedTo(AgentOf(context)).Select(tool => tool.Declared)] });

    private async ValueTask<CallToolResult> CallToolAsync(RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        var name = context.Params?.Name ?? "";
        if (tools.Find(name) is not { } tool)
            throw new McpProtocolException($"There is no tool '{name}'. List the tools and take one of them.", McpErrorCode.InvalidParams);
        var caller = CallerOf(context) with { Progress = ProgressNotes.For(context.Server, context.Params?.ProgressToken) };
        var answer = await calls.CallAsync(caller, tool, context.Params?.Arguments, cancellationToken).ConfigureAwait(false);
        return answer.ToResult();
    }

    private async ValueTask<ReadResourceResult> ReadResourceAsync(RequestContext<ReadResourceRequestParams> context, CancellationToken cancellationToken)
    {
        var uri = context.Params?.Uri ?? "";
        if (resources.Find(uri) is not var (tool, arguments))
            throw new McpProtocolException($"There is no resource '{uri}'. List the resources and their templates.", McpErrorCode.ResourceNotFound);
        var answer = await calls.CallAsync(CallerOf(context), tool, arguments, cancellationToken).ConfigureAwait(false);
        if (answer.IsError)
            throw new McpProtocolException(answer.Problem!, McpErrorCode.InvalidRequest);
        return new ReadResourceResult { Contents = [new TextResourceContents { Uri = uri, MimeType = "application/json", Text = answer.Text }] };
    }

    private static Caller CallerOf<T>(RequestContext<T> context) => new(AgentOf(context), context.Server.SessionId, context.JsonRpcRequest.Id.ToString());

    private static AgentProfile AgentOf(MessageContext context) =>
        (context.User as AgentPrincipal)?.Agent ?? throw new McpProtocolException("Nobody is known to be calling.", McpErrorCode.InvalidRequest);
}
