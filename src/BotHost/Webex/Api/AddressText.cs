using System.Globalization;
using System.Reflection;
using Refit;

namespace BotHost.Webex;

/// <summary>Writes the parts of an address as Webex spells them; a null in the query is left out.</summary>
internal sealed class AddressText : IUrlParameterFormatter
{
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type)
    {
        var text = Spell(value);
        // An empty id would read the list instead of the item, and "." or ".." another path altogether: escaping does not touch them.
        return text is null or "" or "." or ".." && !attributeProvider.IsDefined(typeof(QueryAttribute), inherit: true)
            ? throw new ArgumentException($"'{text}' is no {type.Name}. Give the id as Webex spelled it.")
            : text;
    }

    private static string? Spell(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        Enum choice => Spelling.Of(choice),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
