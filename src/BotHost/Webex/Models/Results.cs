namespace BotHost.Webex;

/// <summary>What became of each of several things that were asked for in one call.</summary>
internal sealed record Results<T>(IReadOnlyList<T> Items);
