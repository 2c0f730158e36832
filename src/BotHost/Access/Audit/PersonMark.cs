using System.Text;

namespace BotHost.Access;

/// <summary>
/// Finds a person in ids. Webex makes ids of kinds and UUIDs, in Base64: <c>ciscospark://us/PEOPLE/uuid</c>; a membership's is made of the
/// person's and the space's.
/// </summary>
internal static class PersonMark
{
    public static bool IsIn(IEnumerable<string?> texts, PersonId person)
    {
        var uuid = Decode(person.Value) is { } plain ? plain[(plain.LastIndexOf('/') + 1)..] : null;
        return texts.OfType<string>().Any(text => text.Contains(person.Value, StringComparison.Ordinal)
            || (uuid is { Length: > 0 } && Decode(text)?.Contains(uuid, StringComparison.OrdinalIgnoreCase) == true));
    }

    /// <summary>What an id says; null of what is none.</summary>
    private static string? Decode(string id)
    {
        try
        {
            var plain = Encoding.UTF8.GetString(Convert.FromBase64String(id.Replace('-', '+').Replace('_', '/').PadRight((id.Length + 3) / 4 * 4, '=')));
            return plain.StartsWith("ciscospark://", StringComparison.Ordinal) ? plain : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
