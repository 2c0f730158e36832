using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary>Asks somebody who he is, shows what an application wants, and lets him accept or decline.</summary>
internal static class ConsentPage
{
    public static Page Of(Consent consent, string number, IEnumerable<Person> accounts)
    {
        var name = Page.Text(consent.Application.Name);
        var options = accounts.Select(account =>
            $"""<option value="{Page.Text(account.Email)}"{(IsHinted(account) ? " selected" : "")}>{Page.Text(account.DisplayName)} ({Page.Text(account.Email)})</option>""");
        var scopes = consent.Scopes.Select(scope => $"""<li data-scope="{Page.Text(scope)}">{Page.Text(ScopeWords.Of(scope))} <code>{Page.Text(scope)}</code></li>""");
        return new(
            $"{consent.Application.Name} asks for access",
            $"""
            <form id="consent" method="post" action="/consent">
            <input type="hidden" name="request" value="{number}">
            <label for="account">Your account</label>
            <select id="account" name="account">{string.Concat(options)}</select>
            <p id="asks"><strong>{name}</strong> wants to act for you, and to:</p>
            <ul id="scopes" aria-labelledby="asks">{string.Concat(scopes)}</ul>
            <button id="accept" class="first" name="decision" value="accept">Accept</button>
            <button id="decline" name="decision" value="decline">Decline</button>
            </form>
            """);

        bool IsHinted(Person account) => account.Email.Equals(consent.LoginHint, StringComparison.OrdinalIgnoreCase);
    }
}
