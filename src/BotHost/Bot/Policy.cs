namespace BotHost.Bot;

/// <summary>Who may use a route. Every route has one: its own, its group's, or <see cref="Default"/>.</summary>
public sealed class Policy
{
    private readonly string _name;

    private Policy(string name) => _name = name;

    /// <summary>What the setting <c>Access:Default</c> says. Routes without a policy of their own have this one.</summary>
    public static Policy Default { get; } = new(nameof(Default));

    /// <summary>Anybody who can reach the bot, strangers included.</summary>
    public static Policy Everyone { get; } = new(nameof(Everyone));

    /// <summary>No one: a route that is switched off.</summary>
    public static Policy Nobody { get; } = new(nameof(Nobody));

    /// <summary>The policy's name, as logs show it.</summary>
    public override string ToString() => _name;
}

/// <summary>Decides who may use a route. Asked once per turn, before middleware and before any argument is read.</summary>
public interface IAuthoriser
{
    /// <summary>Null where the sender may go on; otherwise what they are told.</summary>
    ValueTask<Reply?> RefusalAsync(BotContext context, Policy policy, CancellationToken cancellationToken);
}
