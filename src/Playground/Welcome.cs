namespace Playground;

/// <summary>One account of the local Webex, as its <c>/simulator/accounts</c> gives it.</summary>
internal sealed record Account(string Email, string DisplayName, string OrgId, string Token);

internal sealed record Accounts(IReadOnlyList<Account> Items);

/// <summary>An app that people allow to act for them, as the local Webex's <c>/simulator/applications</c> gives it.</summary>
internal sealed record Application(string Kind, string ClientId, string ClientSecret, IReadOnlyList<string> Scopes);

internal sealed record Applications(IReadOnlyList<Application> Items);

/// <summary>The first thing a newcomer reads.</summary>
internal static class Welcome
{
    public static void Print(string webex, string bot, IReadOnlyList<Account> accounts)
    {
        var alice = accounts.Single(a => a.Email == "alice@example.com");
        Console.WriteLine($$"""

            The local Webex listens on {{webex}}, the bot on {{bot}}. They know each other; you are any of these:

            {{string.Join("\n", accounts.Select(a => $"  {a.Email,-24} {a.Token}"))}}

            Say something to the bot, as Alice:

              curl -s {{webex}}/v1/messages -H 'Authorization: Bearer {{alice.Token}}' \
                -H 'Content-Type: application/json' -d '{"toPersonEmail":"bothost@webex.bot","text":"help"}'

            and read what it answered:

              curl -s '{{webex}}/v1/messages/direct?personEmail=bothost@webex.bot' -H 'Authorization: Bearer {{alice.Token}}'

            Ctrl-C ends both.
            """);
    }
}
