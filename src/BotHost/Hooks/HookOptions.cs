using Microsoft.Extensions.Options;

namespace BotHost.Hooks;

/// <summary>What hooks may do. Section <c>Hooks</c>.</summary>
public sealed class HookOptions
{
    /// <summary>How often a minute one hook may post, 1 to 6000, counted by each host for itself. Default 60.</summary>
    public int PerMinute { get; set; } = 60;
}

internal sealed class HookOptionsValidator : IValidateOptions<HookOptions>
{
    public ValidateOptionsResult Validate(string? name, HookOptions options) => options.PerMinute is >= 1 and <= 6000
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("Hooks:PerMinute must lie between 1 and 6000.");
}
