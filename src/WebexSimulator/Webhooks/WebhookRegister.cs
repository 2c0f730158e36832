using WebexSimulator.Model;

namespace WebexSimulator.Webhooks;

/// <summary>A webhook with what waits to be delivered to it. Changed inside the world's lock.</summary>
internal sealed class WebhookState(Webhook webhook)
{
    public Webhook Webhook { get; set; } = webhook;

    public WebhookHealth Health { get; } = new();

    public Queue<WorldEvent> Waiting { get; } = [];

    /// <summary>How many of its deliveries are under way or about to be.</summary>
    public int UnderWay { get; set; }
}

/// <summary>All webhooks, found by id, by whose they are, and by whom they hear. Used inside the world's lock.</summary>
internal sealed class WebhookRegister
{
    private readonly Dictionary<Guid, WebhookState> _byKey = [];
    private readonly Dictionary<Guid, List<WebhookState>> _byOwner = [];
    private readonly List<WebhookState> _ofOrganisations = [];

    public IReadOnlyCollection<WebhookState> All => _byKey.Values;

    public WebhookState? Find(Guid key) => _byKey.GetValueOrDefault(key);

    public IReadOnlyList<WebhookState> Of(Person owner) => _byOwner.GetValueOrDefault(owner.Key) ?? [];

    /// <summary>Those that hear of what happens to these people: each person's own, and those of their organisations, once.</summary>
    public IEnumerable<WebhookState> Hearing(IReadOnlyList<Person> audience) => audience
        .SelectMany(person => Of(person).Where(state => !state.Webhook.IsOfOrganisation))
        .Concat(_ofOrganisations.Where(state => audience.Any(person => person.OrganisationKey == state.Webhook.Owner.OrganisationKey)));

    public IEnumerable<WebhookState> OfOrganisation(string organisation) =>
        _ofOrganisations.Where(state => state.Webhook.Owner.OrganisationKey == organisation);

    public WebhookState Add(Webhook webhook)
    {
        var state = new WebhookState(webhook);
        _byKey.Add(webhook.Key, state);
        if (!_byOwner.TryGetValue(webhook.Owner.Key, out var owned)) _byOwner[webhook.Owner.Key] = owned = [];
        owned.Add(state);
        if (webhook.IsOfOrganisation) _ofOrganisations.Add(state);
        return state;
    }

    public void Remove(WebhookState state)
    {
        _byKey.Remove(state.Webhook.Key);
        _byOwner[state.Webhook.Owner.Key].Remove(state);
        _ofOrganisations.Remove(state);
    }

    public void Clear()
    {
        _byKey.Clear();
        _byOwner.Clear();
        _ofOrganisations.Clear();
    }
}
