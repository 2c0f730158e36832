using Microsoft.Extensions.Options;

namespace BotHost.Access;

/// <summary>What is kept of what agents do. Section <c>Agents</c>.</summary>
public sealed class AgentAuditOptions
{
    /// <summary>The fewest characters a key may have.</summary>
    public const int ShortestKey = 16;

    /// <summary>How long rows of the audit are kept, at least 1 day; dropped in whole segments, a day each. Default 400 days.</summary>
    public TimeSpan KeepAudit { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Whether the audit keeps what agents say, too. Default no.</summary>
    public bool AuditTexts { get; set; }

    /// <summary>
    /// Keys of at least 16 characters, with <c>;</c> between them: the first is written with, all are checked with. Then nobody who has only the
    /// database can rewrite the audit unseen. Default none.
    /// </summary>
    public string? AuditKey { get; set; }

    /// <summary>A file that holds the keys, one a line, instead of <see cref="AuditKey"/>. Read at start.</summary>
    public string? AuditKeyFile { get; set; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    internal IReadOnlyList<string> Keys() => AuditKeyFile is { Length: > 0 } file
        ? [.. File.ReadAllLines(file).Select(line => line.Trim()).Where(line => line.Length > 0)]
        : AccessOptions.Split(AuditKey);
}

internal sealed class AgentAuditOptionsValidator : IValidateOptions<AgentAuditOptions>
{
    public ValidateOptionsResult Validate(string? name, AgentAuditOptions options)
    {
        var errors = new List<string>();
        if (options.KeepAudit < TimeSpan.FromDays(1) || options.KeepAudit > TimeSpan.FromDays(36_500))
            errors.Add("Agents:KeepAudit must lie between 1.00:00:00 and 36500.00:00:00.");
        if (options is { AuditKey.Length: > 0, AuditKeyFile.Length: > 0 })
            errors.Add("Agents:AuditKey and Agents:AuditKeyFile are both set. Remove one of them.");
        else if (Problem(options) is { } problem)
            errors.Add(problem);
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }

    private static string? Problem(AgentAuditOptions options)
    {
        try
        {
            var keys = options.Keys();
            if (keys.Any(key => key.Length < AgentAuditOptions.ShortestKey))
                return $"A key in Agents:AuditKey has fewer than {AgentAuditOptions.ShortestKey} characters. Make one, for example with `openssl rand -hex 32`.";
            return keys.Count == 0 && options.AuditKeyFile is { Length: > 0 } file
                ? $"Agents:AuditKeyFile '{file}' holds no key. Put one a line into it: openssl rand -hex 32"
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Agents:AuditKeyFile '{options.AuditKeyFile}' cannot be read ({e.Message}). Name a file that this host may read.";
        }
    }
}
