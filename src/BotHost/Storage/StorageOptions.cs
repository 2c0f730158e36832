using Microsoft.Extensions.Options;

namespace BotHost.Storage;

/// <summary>Where the bot remembers events until they are handled. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    internal const string Sqlite = "Sqlite", PostgreSql = "PostgreSql", DefaultConnectionString = "Data Source=data/bothost.db";

    /// <summary><c>Sqlite</c>, the default: one file, one process. <c>PostgreSql</c>: one database, any number of hosts.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// Default <c>Data Source=data/bothost.db</c>; a relative path is taken from the folder the program was started in. PostgreSQL has no
    /// default: <c>Host=…;Database=…;Username=…;Password=…</c>, directly, not through a pooler that shares sessions.
    /// </summary>
    public string ConnectionString { get; set; } = DefaultConnectionString;

    /// <summary>A file that holds the connection string and nothing else, instead of <see cref="ConnectionString"/>.</summary>
    public string? ConnectionStringFile { get; set; }

    /// <summary>How long a finished event's body is kept, at least 0, at most 30 days. Default 0: it goes as soon as the event is handled.</summary>
    public TimeSpan KeepContent { get; set; } = TimeSpan.Zero;

    /// <summary>
    /// How long dead letters, quarantined events and replies that were not delivered are kept for a person to look at, with their
    /// content: at least one hour, at most 365 days. Default 30 days.
    /// </summary>
    public TimeSpan KeepDeadLetters { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Below so many free bytes on the disk of a SQLite file nothing new is taken in. Default 64 MiB; 0 switches it off.</summary>
    public long MinFreeSpace { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// PKCS #12 files (<c>.pfx</c>) with an RSA key, with <c>;</c> between, that lock the keys with which tokens are locked in the store. The first
    /// locks, all unlock. Default none: whoever has the whole store has the tokens.
    /// </summary>
    public string? KeyCertificates { get; set; }

    /// <summary>The password of these files, where they have one.</summary>
    public string? KeyCertificatePassword { get; set; }

    /// <summary>A file that holds the password and nothing else, instead of <see cref="KeyCertificatePassword"/>.</summary>
    public string? KeyCertificatePasswordFile { get; set; }

    /// <summary>The connection string, wherever it stands.</summary>
    internal string Effective() => ConnectionStringFile is { Length: > 0 } file ? File.ReadAllText(file).Trim() : ConnectionString;
}

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var errors = new List<string>();
        if (options.Provider is not (StorageOptions.Sqlite or StorageOptions.PostgreSql))
            errors.Add($"Storage:Provider is '{options.Provider}'. It must be {StorageOptions.Sqlite} or {StorageOptions.PostgreSql}.");
        if (options.KeepContent < TimeSpan.Zero || options.KeepContent > TimeSpan.FromDays(30))
            errors.Add("Storage:KeepContent must lie between 00:00:00 and 30.00:00:00.");
        if (options.MinFreeSpace < 0)
            errors.Add("Storage:MinFreeSpace must not be negative.");
        if (options.KeepDeadLetters < TimeSpan.FromHours(1) || options.KeepDeadLetters > TimeSpan.FromDays(365))
            errors.Add("Storage:KeepDeadLetters must lie between 01:00:00 and 365.00:00:00.");
        if (options.ConnectionStringFile is { Length: > 0 } file)
        {
            if (!File.Exists(file))
                errors.Add($"Storage:ConnectionStringFile names '{file}', which does not exist.");
        }
        else if (options.Provider == StorageOptions.PostgreSql && options.ConnectionString is null or "" or StorageOptions.DefaultConnectionString)
        {
            errors.Add("Storage:Provider is PostgreSql, so Storage:ConnectionString (or Storage:ConnectionStringFile) must say which database: "
                + "Host=db.example.com;Database=bothost;Username=bothost;Password=…");
        }

        errors.AddRange(KeyCertificates.Problems(options));
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }
}
