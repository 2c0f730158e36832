using System.Text;
using Microsoft.Extensions.Options;

namespace BotHost.Webhooks;

/// <summary>The secrets webhooks are signed with. Section <c>Webex</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The fewest characters a secret may have.</summary>
    public const int ShortestSecret = 16;

    /// <summary>
    /// One secret, or several with <c>;</c> between them. The first is given to Webex, every one is accepted: to rotate, put the
    /// new one in front and take the old one away a day later. One string, because lists merge by index across configuration
    /// sources and would keep a retired secret alive.
    /// </summary>
    public string? WebhookSecrets { get; set; }

    /// <summary>A file with one secret a line, instead of <see cref="WebhookSecrets"/>. Read again when it changes.</summary>
    public string? WebhookSecretsFile { get; set; }

    internal static IReadOnlyList<string> Split(string? secrets) =>
        secrets?.Split([';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>Fails closed: without a usable secret the host does not start.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var (setting, text) = (options.WebhookSecrets, options.WebhookSecretsFile) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) => (null, "Both Webex:WebhookSecrets and Webex:WebhookSecretsFile are set. Keep one."),
            (_, { Length: > 0 } file) when !File.Exists(file) => (null, $"Webex:WebhookSecretsFile names '{file}', which does not exist."),
            (_, { Length: > 0 } file) => ("Webex:WebhookSecretsFile", File.ReadAllText(file)),
            var (inline, _) => ("Webex:WebhookSecrets", inline),
        };
        if (setting is null)
            return ValidateOptionsResult.Fail(text!);

        var secrets = WebhookOptions.Split(text);
        if (secrets.Count == 0)
            return ValidateOptionsResult.Fail($"{setting} is empty. Without a secret nobody can tell Webex from a stranger. "
                + "Make one, for example with `openssl rand -hex 20`, and set it (environment: Webex__WebhookSecrets).");
        return secrets.Any(secret => secret.Length < WebhookOptions.ShortestSecret)
            ? ValidateOptionsResult.Fail($"{setting} holds a secret of fewer than {WebhookOptions.ShortestSecret} characters. "
                + "Make a longer one, for example with `openssl rand -hex 20`.")
            : ValidateOptionsResult.Success;
    }
}

/// <summary>The secrets in force, as keys. The first is the one Webex is told.</summary>
internal sealed class WebhookSecrets(IOptionsMonitor<WebhookOptions> options)
{
    private readonly Lock _gate = new();
    private (string? Source, DateTime Changed, Secret[] Secrets) _read;

    /// <summary>The secret that Webex is to sign with.</summary>
    public string Current => Read()[0].Text;

    /// <summary>Every secret a signature may have been made with.</summary>
    public IReadOnlyList<Secret> Accepted => Read();

    private Secret[] Read()
    {
        var now = options.CurrentValue;
        var (source, changed) = now.WebhookSecretsFile is { Length: > 0 } file
            ? (file, File.GetLastWriteTimeUtc(file))
            : (now.WebhookSecrets, default);
        lock (_gate)
        {
            if (_read.Source == source && _read.Changed == changed)
                return _read.Secrets;
            var text = now.WebhookSecretsFile is { Length: > 0 } path ? File.ReadAllText(path) : now.WebhookSecrets;
            var secrets = WebhookOptions.Split(text).Select(s => new Secret(s, Encoding.UTF8.GetBytes(s))).ToArray();
            // A file caught half-written must not open the door, nor close it: the last good secrets stay.
            if (secrets.Length == 0 || secrets.Any(s => s.Text.Length < WebhookOptions.ShortestSecret))
                return _read.Secrets;
            _read = (source, changed, secrets);
            return secrets;
        }
    }

    internal readonly record struct Secret(string Text, byte[] Key)
    {
        /// <summary>Never the secret: this may end up in a log.</summary>
        public override string ToString() => "(secret)";
    }
}
