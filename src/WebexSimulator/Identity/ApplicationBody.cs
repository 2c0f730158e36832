namespace WebexSimulator.Identity;

/// <summary>An application as the controls show it, with its secret.</summary>
internal sealed record ApplicationBody(
    string Id, string Kind, string Name, string ClientId, string ClientSecret, IReadOnlyList<string> RedirectUris, IReadOnlyList<string> Scopes)
{
    public static ApplicationBody Of(Application application) => new(
        application.Id, NameOf(application.Kind), application.Name, application.ClientId, application.ClientSecret, application.RedirectUris, application.Scopes);

    public static string NameOf(ApplicationKind kind) => kind switch
    {
        ApplicationKind.Integration => "integration",
        ApplicationKind.ServiceApp => "serviceApp",
        _ => "guestIssuer",
    };
}
