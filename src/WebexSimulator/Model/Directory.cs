namespace WebexSimulator.Model;

/// <summary>Everybody, found by id, address and token.</summary>
internal sealed class Directory
{
    private readonly Dictionary<Guid, Person> _byKey = [];
    private readonly Dictionary<string, Person> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Person> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Person> _gone = [];
    private readonly List<Person> _all = [];

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<Person> All => _all;

    /// <summary>Those who were here once, and said things.</summary>
    public IReadOnlyCollection<Person> Gone => _gone.Values;

    public void Add(Person person)
    {
        Enter(person);
        _all.Add(person);
    }

    /// <summary>In the place of who he was before, if anybody; or among those who are gone.</summary>
    public void Put(Person person)
    {
        var index = _all.FindIndex(other => other.Key == person.Key);
        if (index >= 0) Forget(_all[index]);
        if (person.IsDeleted)
        {
            if (index >= 0) _all.RemoveAt(index);
            _gone[person.Key] = person;
            return;
        }
        Enter(person);
        if (index >= 0) _all[index] = person;
        else _all.Add(person);
    }

    public void Clear()
    {
        _gone.Clear();
        _byKey.Clear();
        _byEmail.Clear();
        _byToken.Clear();
        _all.Clear();
    }

    public Person? WithId(string? id) => WebexId.Read("PEOPLE", id) is { } key ? WithKey(key) : null;

    public Person? WithKey(Guid key) => _byKey.GetValueOrDefault(key);

    public Person? WhoIsGone(Guid key) => _gone.GetValueOrDefault(key);

    public Person? WithEmail(string email) => _byEmail.GetValueOrDefault(email);

    public Person? WithToken(string token) => _byToken.GetValueOrDefault(token);

    private void Enter(Person person)
    {
        _byKey.Add(person.Key, person);
        _byEmail.Add(person.Email, person);
        if (person.Token is { } token) _byToken.Add(token, person);
    }

    private void Forget(Person person)
    {
        _byKey.Remove(person.Key);
        _byEmail.Remove(person.Email);
        if (person.Token is { } token) _byToken.Remove(token);
    }
}
