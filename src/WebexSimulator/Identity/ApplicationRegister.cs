namespace WebexSimulator.Identity;

/// <summary>All applications, found by client id. Used inside the world's lock.</summary>
internal sealed class ApplicationRegister
{
    private readonly SimulatorOptions _options;
    private readonly Dictionary<string, Application> _byClientId = new(StringComparer.Ordinal);
    private readonly List<Application> _added = [];

    public ApplicationRegister(SimulatorOptions options)
    {
        _options = options;
        Clear();
    }

    public IReadOnlyCollection<Application> All => _byClientId.Values;

    /// <summary>Those that are not there at every start.</summary>
    public IReadOnlyList<Application> Added => _added;

    public Application? WithClientId(string? clientId) => clientId is null ? null : _byClientId.GetValueOrDefault(clientId);

    public Application? WithId(string id) => All.FirstOrDefault(application => application.Id == id);

    /// <returns>False where there is one with its client id.</returns>
    public bool TryAdd(Application application)
    {
        if (!_byClientId.TryAdd(application.ClientId, application)) return false;
        _added.Add(application);
        return true;
    }

    /// <summary>Only those of the settings again.</summary>
    public void Clear()
    {
        _byClientId.Clear();
        _added.Clear();
        foreach (var application in BuiltInApplications.All(_options)) _byClientId.TryAdd(application.ClientId, application);
    }
}
