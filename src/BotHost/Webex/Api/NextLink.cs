using System.Text.RegularExpressions;

namespace BotHost.Webex;

/// <summary>The one dependable part of a <c>Link</c> header (RFC 8288): <c>rel="next"</c>. Its absence means the last page.</summary>
internal static partial class NextLink
{
    public static string? Of(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var headers))
            return null;

        var links = headers.SelectMany(header => Links().Matches(header));
        return links.FirstOrDefault(IsNext)?.Groups["target"].Value;
    }

    private static bool IsNext(Match link) =>
        link.Groups["rel"].Value.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase);

    // <target> then parameters, up to the next link; commas and semicolons may stand inside the target.
    [GeneratedRegex(
        """<(?<target>[^<>]*)>[^<]*?;\s*rel\s*=\s*(?:"(?<rel>[^"]*)"|(?<rel>[^\s;,"]+))""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
