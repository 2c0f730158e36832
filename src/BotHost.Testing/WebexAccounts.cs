using System.Net.Http.Json;

namespace BotHost.Testing;

/// <summary>Somebody with an account at the local Webex, as its <c>/simulator/accounts</c> tells.</summary>
public sealed record WebexAccount(string Email, string DisplayName, string PersonId, string OrgId, string Token);

internal sealed record WebexAccounts(IReadOnlyList<WebexAccount> Items)
{
    public static async Task<WebexAccounts> ReadAsync(string address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<WebexAccounts>(address + "/simulator/accounts", cancellationToken))!;
    }

    public WebexAccount Of(string email) => Items.SingleOrDefault(a => a.Email == email)
        ?? throw new ArgumentException($"The local Webex has no account {email}. It has {string.Join(", ", Items.Select(a => a.Email))}.");
}
