namespace WebexSimulator.Model;

/// <summary>Everybody, found by id, address and token.</summary>
internal sealed class Directory
{
    private readonly Dictionary<Guid, Person> _byKey = [];
    private readonly Dictionary<string, Person> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Person> _byToken = new(StringComparer.Ordinal);
    private readonly List<Person> _all = [];

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<Person> All => _all;

    public void Add(Person person)
    {
        _byKey.Add(person.Key, person);
        _byEmail.Add(person.Email, person);
        if (person.Token is { } token) _byToken.Add(token, person);
        _all.Add(person);
    }

    public void Clear()
    {
        _byKey.Clear();
        _byEmail.Clear();
        _byToken.Clear();
        _all.Clear();
    }

    public Person? WithId(string? id) => WebexId.Read("PEOPLE", id) is { } key ? WithKey(key) : null;

    public Person? WithKey(Guid key) => _byKey.GetValueOrDefault(key);

    public Person? WithEmail(string email) => _byEmail.GetValueOrDefault(email);

    public Person? WithToken(string token) => _byToken.GetValueOrDefault(token);
}
