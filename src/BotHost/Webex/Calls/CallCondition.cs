namespace BotHost.Webex;

/// <summary>
/// A condition of the calls that are made while it stands: asked again each time a call was kept waiting by a limit of Webex, for what
/// was ours before the wait may be another host's after it. Where it no longer holds, the call is not made.
/// </summary>
internal static class CallCondition
{
    private static readonly AsyncLocal<Func<bool>?> Current = new();

    /// <summary>Whether a call may be made now.</summary>
    public static bool Holds => Current.Value?.Invoke() ?? true;

    /// <summary>Sets it for the calls of the caller's own flow, until that is awaited or it is set anew.</summary>
    public static void Require(Func<bool> condition) => Current.Value = condition;
}
