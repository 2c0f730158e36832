using System.Globalization;
using RestEase;

namespace BotHost.Webex;

/// <summary>Writes query parameters as Webex spells them; null is left out.</summary>
internal sealed class QueryText : RequestQueryParamSerializer
{
    public override IEnumerable<KeyValuePair<string, string?>> SerializeQueryParam<T>(string name, T value, RequestQueryParamSerializerInfo info) =>
        value is null ? [] : [new(name, Spell(value))];

    /// <summary>Several values of one parameter each stand for themselves.</summary>
    public override IEnumerable<KeyValuePair<string, string?>> SerializeQueryCollectionParam<T>(
        string name, IEnumerable<T> values, RequestQueryParamSerializerInfo info) =>
        values?.SelectMany(value => SerializeQueryParam(name, value, info)) ?? [];

    private static string? Spell(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        Enum choice => Spelling.Of(choice),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
