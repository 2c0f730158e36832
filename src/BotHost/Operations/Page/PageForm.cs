using Microsoft.AspNetCore.Http.Features;

namespace BotHost.Operations;

/// <summary>What a form of the page says. A field that is left empty says nothing; one that is there often is a list.</summary>
internal sealed record PageForm(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>More is no form of ours.</summary>
    private const long MostBytes = 64 * 1024;

    /// <summary>What belongs to the page and not to the command.</summary>
    public const string Token = "_token", Back = "_back";

    public string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>What is for the command.</summary>
    public IReadOnlyDictionary<string, string> Said => Values.Where(value => !value.Key.StartsWith('_')).ToDictionary();

    /// <summary>Null where it is none, or cannot be read.</summary>
    public static async Task<PageForm?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        try
        {
            var form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            return new PageForm(form.Where(field => field.Value.Any(value => !string.IsNullOrWhiteSpace(value)))
                .ToDictionary(field => field.Key, field => string.Join(';', field.Value.Where(value => !string.IsNullOrWhiteSpace(value)))));
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
