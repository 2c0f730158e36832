namespace WebexSimulator;

/// <summary>One more application, in <c>Simulator:Integrations</c> or <c>Simulator:ServiceApps</c>.</summary>
public sealed class ApplicationOptions
{
    /// <summary>The name people see when they are asked to allow it. No two of a kind may have the same.</summary>
    public string Name { get; set; } = "";

    /// <summary>Default: made from the seed and the name.</summary>
    public string? ClientId { get; set; }

    /// <summary>Default: made from the seed and the name.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Where an integration may have people sent back to, to the letter; except that on this machine any port will do, and any path
    /// where none is written (<c>http://127.0.0.1</c>). Default none.
    /// </summary>
    public IList<string> RedirectUris { get; set; } = [];

    /// <summary>What it may ask for, separated by blanks: <c>spark:rooms_read spark:messages_write</c>. Default none.</summary>
    public string Scopes { get; set; } = "";

    internal static IEnumerable<string> Errors(string setting, IEnumerable<ApplicationOptions> all)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in all)
        {
            if (one.Name is "") yield return $"{setting}: one has no Name. Give it one, for example {setting}:0:Name=Calendar.";
            else if (!names.Add(one.Name)) yield return $"{setting}: '{one.Name}' is there already: name it otherwise.";
            if (one.RedirectUris.FirstOrDefault(uri => !Uri.TryCreate(uri, UriKind.Absolute, out _)) is { } wrong)
                yield return $"{setting}: RedirectUris has '{wrong}': write it in full, for example http://127.0.0.1:5080/oauth/callback.";
        }
    }
}
