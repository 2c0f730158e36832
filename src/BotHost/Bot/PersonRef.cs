using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>
/// A person as somebody names them: by mention or by e-mail address. As a handler's parameter it reads either;
/// <c>params PersonRef[]</c> reads several, and a trailing comma or semicolon is forgiven.
/// </summary>
public sealed record PersonRef : IParsable<PersonRef>
{
    private PersonRef(PersonId? id, string? email, string text) => (Id, Email, Text) = (id, email, text);

    /// <summary>The person's id, where they were mentioned or are known.</summary>
    public PersonId? Id { get; }

    /// <summary>The person's e-mail address, where that is how they were named. Exactly one of this and <see cref="Id"/> is set.</summary>
    public string? Email { get; }

    /// <summary>How they were named: the mention's name or the address. It is what a person wrote: escape it before echoing.</summary>
    public string Text { get; }

    /// <summary>The person with this address.</summary>
    public static PersonRef FromEmail(string email) => new(null, email, email);

    /// <summary>The person with this id.</summary>
    /// <param name="id">The person's id.</param>
    /// <param name="name">How they were named, for telling.</param>
    public static PersonRef FromId(PersonId id, string? name = null) => new(id, null, name ?? id.Value);

    /// <summary>A known person.</summary>
    public static implicit operator PersonRef(PersonId id) => FromId(id);

    /// <summary>The person who speaks.</summary>
    public static implicit operator PersonRef(Person person) => FromId(person.Id, person.Email);

    /// <summary>A mentioned person.</summary>
    public static implicit operator PersonRef(Mention mention) => FromId(mention.Id, mention.Name);

    /// <inheritdoc/>
    public static PersonRef Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var person) ? person : throw new FormatException("Not an e-mail address. Write it as ann@example.com.");

    /// <summary>
    /// Reads an e-mail address: one <c>@</c> with something on both sides, no blanks, at most 254 characters. Whether it exists only Webex
    /// can tell.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PersonRef result)
    {
        var email = s?.Trim().TrimEnd(',', ';') ?? "";
        var at = email.IndexOf('@');
        var fits = at > 0 && at < email.Length - 1 && at == email.LastIndexOf('@') && email.Length <= 254
            && !email.AsSpan().ContainsAny("<>()[]\"\\,;:|` ") && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
        result = fits ? FromEmail(email) : null;
        return fits;
    }

    /// <summary>How they were named.</summary>
    public override string ToString() => Text;
}
