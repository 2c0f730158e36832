using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>Where operators reach a running host, and with what. Section <c>Admin</c>. Without a token there is no such place.</summary>
public sealed class AdminOptions
{
    /// <summary>The fewest characters a token may have.</summary>
    public const int ShortestToken = 16;

    /// <summary>
    /// Where <c>/admin</c> listens, apart from everything else. Default <c>http://127.0.0.1:5081</c>. What goes over it is not encrypted: let it
    /// leave the machine through a tunnel only.
    /// </summary>
    public string Listen { get; set; } = "http://127.0.0.1:5081";

    /// <summary>What operators prove themselves with, as <c>Authorization: Bearer</c>; at least 16 characters. No default.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds the token and nothing else, instead of <see cref="Token"/>; read again for every call, so that it may change.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Whether there is to be an admin listener.</summary>
    internal bool IsOn => Token is { Length: > 0 } || TokenFile is { Length: > 0 };
}

internal sealed class AdminOptionsValidator(IOptions<BotHostOptions> host) : IValidateOptions<AdminOptions>
{
    public ValidateOptionsResult Validate(string? name, AdminOptions options)
    {
        string[] errors = options.IsOn ? [.. Address(options.Listen), .. Token(options)] : [];
        return errors is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Address(string listen)
    {
        if (!Listening.IsAddress(listen, out var admin))
            yield return $"Admin:Listen is '{listen}', which is not an http address with an IP address or localhost. Example: http://127.0.0.1:5081";
        else if (admin.Port != 0 && Listening.IsAddress(Host(), out var pub) && pub.Port == admin.Port)
            yield return $"Admin:Listen and BotHost:Listen have the same port, {admin.Port}. Give each one of its own.";
    }

    private static IEnumerable<string> Token(AdminOptions options)
    {
        if (options is { Token.Length: > 0, TokenFile.Length: > 0 })
            yield return "Admin:Token and Admin:TokenFile are both set. Remove one of them.";
        else if (options.TokenFile is { Length: > 0 } file && AdminToken.ReadFile(file) is null)
            yield return $"Admin:TokenFile '{file}' cannot be read or holds no token of {AdminOptions.ShortestToken} characters or more. "
                + "Put a token, and nothing else, into it: openssl rand -hex 20";
        else if (options.Token is { Length: > 0 } token && AdminToken.Usable(token) is null)
            yield return $"Admin:Token has fewer than {AdminOptions.ShortestToken} characters, or holds blanks. Make one, for example with `openssl rand -hex 20`.";
    }

    // What is wrong with the host's own settings is told by their validator.
    private string Host()
    {
        try
        {
            return host.Value.Listen;
        }
        catch (OptionsValidationException)
        {
            return "";
        }
    }
}
