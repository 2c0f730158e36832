using Microsoft.Extensions.Options;

namespace BotHost.Access;

internal sealed class AgentOptionsValidator : IValidateOptions<AgentOptions>
{
    public ValidateOptionsResult Validate(string? name, AgentOptions options)
    {
        string[] errors = [.. AgentReader.Read(options).Problems, .. OAuth(options.OAuth)];
        return errors is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> OAuth(AgentOAuthOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Issuer))
        {
            if (options.Audience is { Length: > 0 } || options.Scopes is { Length: > 0 })
                yield return "Agents:OAuth:Issuer is not set, and Audience or Scopes is. Set it to the address of the authorisation server, or take the others away.";
            yield break;
        }

        if (!AgentAuthorization.IsSafe(options.Issuer))
            yield return $"Agents:OAuth:Issuer is '{options.Issuer}', which is not an https address. Keys that come over http are anybody's. Example: https://login.example.com";
        if (options.Audience is { Length: > 0 } audience && !Uri.TryCreate(audience, UriKind.Absolute, out _))
            yield return $"Agents:OAuth:Audience is '{audience}', which is no address. Example: https://bot.example.com/mcp";
        if (string.IsNullOrWhiteSpace(options.Claim))
            yield return "Agents:OAuth:Claim is empty. Name the claim that tells which agent it is: sub";
    }
}
