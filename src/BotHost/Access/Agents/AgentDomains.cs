namespace BotHost.Access;

/// <summary>
/// The domain of an address, compared whole. Only what is plainly an address has one: of <c>a@b@example.com</c>, of other alphabets and of blanks nobody
/// knows how Webex reads them.
/// </summary>
internal static class AgentDomains
{
    /// <summary>Lower case; null where it is not plain.</summary>
    public static string? Of(string address)
    {
        if (address.Split('@') is not [{ Length: > 0 } name, var domain] || !name.All(c => c is > ' ' and < '\x7f' and not ('"' or '<' or '>' or ',' or ';' or '\\')))
            return null;
        domain = domain.ToLowerInvariant();
        return IsDomain(domain) ? domain : null;
    }

    /// <summary>Lower case ASCII labels, at least two, as they stand in the name system.</summary>
    public static bool IsDomain(string text) =>
        text.Length <= 253 && text.Split('.') is { Length: >= 2 } labels && labels.All(label =>
            label is { Length: >= 1 and <= 63 } && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
}
