namespace WebexSimulator.Identity;

/// <summary>Whether people may be sent to an address: one that is registered, to the letter, but for the ports of this machine.</summary>
internal static class RedirectUri
{
    public static bool IsAllowed(Application application, string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var given) && given.Fragment.Length == 0 && given.UserInfo.Length == 0
        && application.RedirectUris.Any(registered => registered == address || IsSameButForItsPort(registered, given));

    /// <summary>The address with what the application is to know, behind what is in it already.</summary>
    public static string With(string address, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var query = string.Join('&', parameters.Where(one => one.Value is not null).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}"));
        return address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
    }

    private static bool IsSameButForItsPort(string registered, Uri given) =>
        Uri.TryCreate(registered, UriKind.Absolute, out var known) && known.IsLoopback && given.Scheme == known.Scheme && given.Host == known.Host
        && (known.PathAndQuery is "/" || known.PathAndQuery == given.PathAndQuery);
}
