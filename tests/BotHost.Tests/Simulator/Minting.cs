using System.Net.Http.Json;
using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>More tokens for an account than the one it has.</summary>
internal static class Minting
{
    public static async Task<Account> MintAsync(this LocalWebex webex, Account account, string[]? scopes = null, double? expiresIn = null, string? kind = null, string? clientId = null)
    {
        using var answer = await webex.Http.PostAsJsonAsync(
            "/simulator/tokens", new { email = account.Email, scopes, expiresIn, kind, clientId }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new(webex.Http, token.GetProperty("token").GetString(), token);
    }
}
