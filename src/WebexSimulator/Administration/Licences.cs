using WebexSimulator.Model;

namespace WebexSimulator.Administration;

/// <summary>The licences an organisation has, each of them for a hundred people.</summary>
internal static class Licences
{
    public const int Units = 100;

    public static readonly IReadOnlyList<(string Key, string Name)> All = [("MS", "Advanced Messaging"), ("MC", "Meeting - Webex Meetings")];

    /// <summary>Everybody may use messaging.</summary>
    private static readonly string[] Usual = ["MS"];

    public static IEnumerable<string> KeysOf(Person person) => person.IsPending || person.IsMachine ? [] : person.Profile.Licences ?? Usual;

    public static IEnumerable<string> Of(Person person) => KeysOf(person).Select(key => WebexId.Licence(person.OrganisationKey, key));

    public static string? KeyOf(string organisation, string id) => All.FirstOrDefault(licence => WebexId.Licence(organisation, licence.Key) == id).Key;
}
