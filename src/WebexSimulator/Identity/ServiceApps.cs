using WebexSimulator.Administration;
using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.People;

namespace WebexSimulator.Identity;

/// <summary>Which service apps which organisations allow. Each acts there as an account of its own. Used inside the world's lock.</summary>
internal sealed class ServiceApps(World world, Departure departure, AuditTrail audit)
{
    public Person? AccountOf(Application application, string organisation) =>
        world.People.All.FirstOrDefault(person => person.IsMachine && person.OrganisationKey == organisation && person.Email == EmailOf(application, organisation));

    /// <summary>With the powers its scopes speak of, as an administrator gives them.</summary>
    public void Authorize(Person administrator, Application application)
    {
        var organisation = administrator.OrganisationKey;
        if (AccountOf(application, organisation) is not null) return;
        world.People.Add(new()
        {
            Key = Guid.NewGuid(),
            OrganisationKey = organisation,
            Email = EmailOf(application, organisation),
            DisplayName = application.Name,
            Created = world.Now(),
            IsMachine = true,
            IsAdministrator = application.Scopes.Any(scope => scope.StartsWith("spark-admin:", StringComparison.Ordinal)),
            IsComplianceOfficer = application.Scopes.Any(scope => scope.StartsWith("spark-compliance:", StringComparison.Ordinal)),
        });
        Tell("authorized", administrator, application);
    }

    /// <returns>False where it was not authorized.</returns>
    public bool Deauthorize(Person administrator, Application application)
    {
        if (AccountOf(application, administrator.OrganisationKey) is not { } account) return false;
        departure.Of(administrator, account);
        Tell("deauthorized", administrator, application);
        return true;
    }

    public Person Demand(Application application, string? organisationId) =>
        world.People.All.FirstOrDefault(person => person.OrganisationId == organisationId) is { } anybody && AccountOf(application, anybody.OrganisationKey) is { } account
            ? account
            : throw Refusal.Forbidden(OAuthTexts.NotAuthorized);

    private void Tell(string happened, Person administrator, Application application)
    {
        audit.Add(administrator, "APPLICATIONS", $"The service app was {happened}", "APPLICATION", application.Id, application.Name);
        if (world.People.WithKey(application.OwnerKey) is not { } owner) return;
        world.Raise(new(
            "serviceApp", happened, administrator, [owner], application.Id, new ServiceAppData(application.Id, application.Name, administrator.OrganisationId),
            fact => fact switch
            {
                "id" => [application.Id],
                "friendlyName" => [application.Name],
                _ => [],
            }));
    }

    private static string EmailOf(Application application, string organisation) => $"{application.ClientId[..Math.Min(12, application.ClientId.Length)].ToLowerInvariant()}-{organisation}@serviceapp.webex.com";
}

/// <summary>A service app in a webhook. Its fields are not documented: the filters speak of the first two.</summary>
internal sealed record ServiceAppData(string Id, string FriendlyName, string OrgId);
