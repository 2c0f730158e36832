using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Outbox;

/// <summary>How replies are sent. Section <c>Outbox</c>.</summary>
public sealed class OutboxOptions
{
    /// <summary>
    /// After a call whose outcome is not known, how long until what it did can be seen at Webex: at least <c>Webex:Timeout</c>, at most 10
    /// minutes. Default 35 s. Until then the room waits.
    /// </summary>
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(35);

    /// <summary>In how many rooms is sent at the same time, 1 to 1,000. Default 32.</summary>
    public int Concurrency { get; set; } = 32;

    /// <summary>
    /// How many bytes a file may have that the bot posts, 1 to 104,857,600 (Webex's 100 MB): until Webex has it, it is in the store. Default
    /// 26,214,400 (25 MB).
    /// </summary>
    public long MaxFileBytes { get; set; } = 25 * 1024 * 1024;
}

internal sealed class OutboxOptionsValidator(IOptions<WebexOptions> webex) : IValidateOptions<OutboxOptions>
{
    public ValidateOptionsResult Validate(string? name, OutboxOptions options)
    {
        var errors = new List<string>();
        if (options.Concurrency is < 1 or > 1000)
            errors.Add("Outbox:Concurrency must lie between 1 and 1000.");
        if (options.MaxFileBytes is < 1 or > MessageLimits.FileBytes)
            errors.Add($"Outbox:MaxFileBytes must lie between 1 and {MessageLimits.FileBytes}.");
        if (options.SettleTime > TimeSpan.FromMinutes(10))
            errors.Add("Outbox:SettleTime must be at most 00:10:00.");
        // A try that is still under way must not be taken for one that came to nothing.
        if (options.SettleTime < webex.Value.Timeout)
            errors.Add($"Outbox:SettleTime ({options.SettleTime}) must not be shorter than Webex:Timeout ({webex.Value.Timeout}): raise the one or lower the other.");
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }
}
