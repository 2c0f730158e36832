namespace BotHost.Webex;

/// <summary>
/// A person as they are to be, all of it: what is left out, Webex takes away. Begin with <see cref="Of"/>. Should Webex fail, some of it may
/// have been changed.
/// </summary>
internal sealed record PersonUpdate : PersonDetails, ICheckedRequest
{
    /// <summary>The primary one first.</summary>
    public IReadOnlyList<string>? Emails { get; init; }

    public string? NickName { get; init; }

    public bool? LoginEnabled { get; init; }

    /// <summary>The person as read, to be changed by <c>with</c>.</summary>
    public static PersonUpdate Of(Person person) => new()
    {
        Emails = person.Emails,
        PhoneNumbers = [.. person.PhoneNumbers.Where(number => number is { Type: "work", Value: not null }).Select(number => new WorkNumber(number.Value!))],
        Extension = person.Extension,
        LocationId = person.LocationId,
        DisplayName = person.DisplayName,
        FirstName = person.FirstName,
        LastName = person.LastName,
        NickName = person.NickName,
        Avatar = person.Avatar,
        OrgId = person.OrgId,
        Roles = person.Roles,
        Licenses = person.Licenses,
        Department = person.Department,
        Manager = person.Manager,
        ManagerId = person.ManagerId,
        Title = person.Title,
        Addresses = person.Addresses,
        SiteUrls = person.SiteUrls,
        LoginEnabled = person.LoginEnabled,
    };

    public void Check()
    {
        if (string.IsNullOrWhiteSpace(DisplayName))
            throw new ArgumentException("A person without a name. Set DisplayName.");
    }

    /// <summary>Nothing of it: names and addresses stay out of logs.</summary>
    public override string ToString() => "Update of a person";
}
