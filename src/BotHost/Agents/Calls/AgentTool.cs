using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Access;
using ModelContextProtocol.Protocol;

namespace BotHost.Agents;

/// <summary>Something an agent can do: one declaration, from its name to how it is carried out.</summary>
/// <param name="name">As agents call it: <c>webex-create-message</c>.</param>
/// <param name="resource">What a grant must cover.</param>
/// <param name="level">The least level of it. What only reads changes nothing, may be repeated, and ends when the agent hangs up.</param>
internal abstract class AgentTool(string name, AgentResource resource, AgentLevel level)
{
    private readonly bool? _isDestructive;

    public string Name { get; } = name;

    public AgentResource Resource { get; } = resource;

    public AgentLevel Level { get; } = level;

    /// <summary>For people, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>For the model: what it does, and when to take which argument.</summary>
    public required string Description { get; init; }

    public bool IsReadOnly => Level == AgentLevel.Read;

    /// <summary>Whether it takes away what cannot be had back. Default: what only <see cref="AgentLevel.Full"/> allows.</summary>
    public bool IsDestructive { get => _isDestructive ?? Level == AgentLevel.Full; init => _isDestructive = value; }

    /// <summary>Whether doing it twice comes to the same as doing it once.</summary>
    public bool IsIdempotent { get => field || IsReadOnly; init; }

    /// <summary>Whether it reaches beyond this host, to Webex and the people there.</summary>
    public bool IsOpenWorld => Resource != AgentResource.Host;

    /// <summary>The fields of its answer that hold what people wrote. Default: as usual for the resource.</summary>
    public IReadOnlyList<string> Writings { get => field ?? Writing.In(Resource); init; }

    public abstract JsonObject InputSchema { get; }

    /// <summary>As it is listed.</summary>
    [field: MaybeNull]
    public Tool Declared => field ??= new Tool
    {
        Name = Name,
        Title = Title,
        Description = Description,
        InputSchema = JsonSerializer.SerializeToElement(InputSchema),
        Annotations = new ToolAnnotations
        {
            Title = Title,
            ReadOnlyHint = IsReadOnly,
            DestructiveHint = IsDestructive && !IsReadOnly,
            IdempotentHint = IsIdempotent,
            OpenWorldHint = IsOpenWorld,
        },
    };

    /// <summary>Reads the arguments. What is wrong with them is for the agent to mend.</summary>
    /// <exception cref="ToolException">They do not fit.</exception>
    public abstract IToolRun Begin(IDictionary<string, JsonElement>? arguments);
}

/// <summary>One call of a tool, its arguments read.</summary>
internal interface IToolRun
{
    /// <summary>What the agent wants to say to people, for an audit that keeps it.</summary>
    string? Text { get; }

    /// <summary>What the call is about, as far as it can be known beforehand. May ask Webex.</summary>
    ValueTask<AgentCall> AimAsync(AgentCall call, ToolContext context, CancellationToken cancellationToken);

    Task<ToolOutput> RunAsync(ToolContext context, CancellationToken cancellationToken);
}

/// <typeparam name="TInput">A record: its parameters are the arguments, with a <c>[Description]</c> each.</typeparam>
internal sealed class AgentTool<TInput>(string name, AgentResource resource, AgentLevel level) : AgentTool(name, resource, level) where TInput : class
{
    /// <summary>Says what a call is about, where that follows from the arguments.</summary>
    public Func<TInput, AgentCall, AgentCall>? About { get; init; }

    /// <summary>As <see cref="About"/>, where Webex must be asked: in which space is this message?</summary>
    public Func<TInput, AgentCall, ToolContext, CancellationToken, ValueTask<AgentCall>>? Aim { get; init; }

    /// <summary>What the agent wants to say to people, where it says something.</summary>
    public Func<TInput, string?>? Says { get; init; }

    public required Func<TInput, ToolContext, CancellationToken, Task<ToolOutput>> Run { get; init; }

    [field: MaybeNull]
    public override JsonObject InputSchema => field ??= ToolSchema.Of<TInput>();

    public override IToolRun Begin(IDictionary<string, JsonElement>? arguments) => new ToolRun(this, ToolArguments.Read<TInput>(arguments, InputSchema));

    private sealed class ToolRun(AgentTool<TInput> tool, TInput input) : IToolRun
    {
        public string? Text => tool.Says?.Invoke(input);

        public ValueTask<AgentCall> AimAsync(AgentCall call, ToolContext context, CancellationToken cancellationToken) =>
            tool.Aim is { } aim ? aim(input, call, context, cancellationToken) : new(tool.About?.Invoke(input, call) ?? call);

        public Task<ToolOutput> RunAsync(ToolContext context, CancellationToken cancellationToken) => tool.Run(input, context, cancellationToken);
    }
}
