using BotHost.Access;
using Microsoft.Extensions.Options;

namespace BotHost.Hooks;

/// <summary>How often each hook was used within the last minute. Only whoever has its secret gets here, so it holds no more than there are hooks.</summary>
internal sealed class HookRates(IOptions<HookOptions> options, TimeProvider time)
{
    private readonly MinuteRates _rates = new(time);

    /// <summary>Zero, counted; or how long until the hook may be used again.</summary>
    public TimeSpan Take(string hook) => _rates.Take(hook, options.Value.PerMinute);
}
