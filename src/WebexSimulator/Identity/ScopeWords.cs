using System.Collections.Frozen;

namespace WebexSimulator.Identity;

/// <summary>What a scope allows, for somebody who has never heard of scopes.</summary>
internal static class ScopeWords
{
    private static readonly FrozenDictionary<string, string> Whole = new Dictionary<string, string>
    {
        ["spark:all"] = "Do everything you can do in messaging",
        ["spark:kms"] = "Read encrypted content",
        ["spark:applications_token"] = "Get tokens of service apps",
        ["openid"] = "Know who you are",
        ["email"] = "See your e-mail address",
        ["profile"] = "See your name",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Things = new Dictionary<string, string>
    {
        ["messages"] = "messages",
        ["rooms"] = "spaces",
        ["memberships"] = "who is in your spaces",
        ["teams"] = "teams",
        ["team_memberships"] = "who is in your teams",
        ["people"] = "people in your company",
        ["schedules"] = "meetings",
        ["admin_schedule"] = "everybody's meetings",
        ["participants"] = "who takes part in your meetings",
        ["recordings"] = "recordings of your meetings",
        ["transcripts"] = "transcripts of your meetings",
        ["summaries"] = "summaries of your meetings",
        ["preferences"] = "meeting preferences",
        ["controls"] = "running meetings",
        ["events"] = "what happens in your company",
        ["tokens"] = "what applications are allowed",
    }.ToFrozenDictionary();

    public static string Of(string scope)
    {
        if (Whole.TryGetValue(scope, out var words)) return words;
        var (family, name) = scope.Split(':', 2) is [var before, var after] ? (before, after) : ("", scope);
        var verb = name.EndsWith("_write", StringComparison.Ordinal) ? "Change" : "See";
        var key = name.EndsWith("_read", StringComparison.Ordinal) || name.EndsWith("_write", StringComparison.Ordinal) ? name[..name.LastIndexOf('_')] : name;
        var thing = Things.GetValueOrDefault(key) ?? key.Replace('_', ' ');
        return family switch
        {
            "spark-admin" => $"{verb} {thing}, as an administrator",
            "spark-compliance" => $"{verb} {thing}, as a compliance officer",
            _ => $"{verb} {thing}",
        };
    }
}
