using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

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
        if (options is { WebhookSecrets.Length: > 0, WebhookSecretsFile.Length: > 0 })
            return ValidateOptionsResult.Fail("Both Webex:WebhookSecrets and Webex:WebhookSecretsFile are set. Keep one.");
        var (setting, text) = ("Webex:WebhookSecrets", options.WebhookSecrets);
        if (options.WebhookSecretsFile is { Length: > 0 } file)
        {
            try
            {
                (setting, text) = ("Webex:WebhookSecretsFile", File.ReadAllText(file));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return ValidateOptionsResult.Fail($"Webex:WebhookSecretsFile names '{file}', which cannot be read ({e.Message}). "
                    + "Put the secrets there, one a line, and let this user read them.");
            }
        }

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
internal sealed class WebhookSecrets
{
    private readonly IOptionsMonitor<WebhookOptions> _options;
    private volatile Reading _last = new(default, []);

    // Read at once: what is good when the host starts stays good, whatever happens to the file before the first delivery.
    public WebhookSecrets(IOptionsMonitor<WebhookOptions> options)
    {
        _options = options;
        Read();
    }

    /// <summary>The secret that Webex is to sign with.</summary>
    public string Current => Read()[0].Text;

    /// <summary>Every secret a signature may have been made with.</summary>
    public IReadOnlyList<Secret> Accepted => Read();

    /// <summary>
    /// The secrets as they stand now. A setting or file that cannot be used, because somebody is at it, must not open the door, nor
    /// close it: the last good secrets stay.
    /// </summary>
    private Secret[] Read()
    {
        try
        {
            var now = _options.CurrentValue;
            if (now.WebhookSecretsFile is not { Length: > 0 } file)
                return Take(new Source(now.WebhookSecrets, default, 0), () => now.WebhookSecrets);
            // Through the handle, which follows links: a mounted secret is one, and only what it points to changes.
            using var handle = File.OpenHandle(file, share: FileShare.ReadWrite | FileShare.Delete);
            return Take(new Source(file, File.GetLastWriteTimeUtc(handle), RandomAccess.GetLength(handle)), () => ReadAll(handle));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OptionsValidationException)
        {
            return _last.Secrets;
        }
    }

    private static string ReadAll(SafeFileHandle handle)
    {
        using var reader = new StreamReader(new FileStream(handle, FileAccess.Read));
        return reader.ReadToEnd();
    }

    private Secret[] Take(Source source, Func<string?> text)
    {
        var last = _last;
        if (last.Source == source)
            return last.Secrets;
        var secrets = WebhookOptions.Split(text()).Select(s => new Secret(s, Encoding.UTF8.GetBytes(s))).ToArray();
        if (secrets.Length == 0 || secrets.Any(s => s.Text.Length < WebhookOptions.ShortestSecret))
            return last.Secrets;
        _last = new Reading(source, secrets);
        return secrets;
    }

    internal readonly record struct Secret(string Text, byte[] Key)
    {
        /// <summary>Never the secret: this may end up in a log.</summary>
        public override string ToString() => "(secret)";
    }

    private readonly record struct Source(string? Name, DateTime Changed, long Length);

    private sealed record Reading(Source Source, Secret[] Secrets);
}
