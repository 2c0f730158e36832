using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Webhooks;

/// <summary>Registers webhooks. Each sees his own only, and of those only what the same application made; the same one may be registered twice, as with Webex.</summary>
internal sealed class WebhookRules(World world, WebhookRegister register, WebhookQueue queue, Sight sight, SimulatorSwitches switches)
{
    private const int MaxWebhooks = 30_000;

    public WebhookBody Read(AccessToken caller, string id)
    {
        lock (world.Gate) return WebhookBody.Of(Find(caller, id) ?? throw Refusal.NotFound());
    }

    public Page<WebhookBody> List(AccessToken caller, string? ownedBy, PageRequest page)
    {
        lock (world.Gate)
        {
            var own = register.Of(caller.Person).Where(state => IsOf(caller, state.Webhook) && (ownedBy is null || state.Webhook.OwnedBy == ownedBy));
            return page.Sorted(own, state => Cursor.At(state.Webhook.Created, state.Webhook.Key)).Select(WebhookBody.Of);
        }
    }

    public WebhookBody Create(AccessToken token, string apiUrl, Fields body)
    {
        var caller = token.Person;
        var (name, targetUrl) = NameAndTarget(body);
        var (resource, happening) = (body.Filled("resource"), body.Filled("event"));
        if (resource is null || WebhookKind.Find(resource) is not { } kind) throw Refusal.BadRequest(Texts.Invalid("resource"));
        if (happening is null || !kind.Events.Contains(happening)) throw Refusal.BadRequest(Texts.Invalid("event"));
        lock (world.Gate)
        {
            var isOfOrganisation = IsOfOrganisation(token, kind, body);
            if (register.Of(caller).Count >= MaxWebhooks) throw Refusal.BadRequest(Texts.TooManyWebhooks);
            var filter = WebhookFilter.Parse(body.Filled("filter"), kind, caller, isOfOrganisation, sight, switches);
            if (isOfOrganisation && register.OfOrganisation(caller.OrganisationKey).Any(other => other.Webhook.Resource == resource && other.Webhook.Filter.Source == filter.Source))
                throw Refusal.Conflict(Texts.OrganisationWebhookExists);
            return WebhookBody.Of(register.Add(new()
            {
                Key = Guid.NewGuid(),
                Owner = caller,
                AppId = token.AppId,
                ApiUrl = apiUrl,
                Name = name,
                TargetUrl = targetUrl,
                Resource = resource,
                Event = happening,
                Filter = filter,
                IsOfOrganisation = isOfOrganisation,
                Secret = body.Filled("secret"),
                Created = world.Now(),
            }));
        }
    }

    /// <summary>Changes name, target and secret, and switches on again what was switched off; everything else in the body is ignored.</summary>
    public WebhookBody Update(AccessToken caller, string apiUrl, string id, Fields body)
    {
        lock (world.Gate)
        {
            var state = Find(caller, id) ?? throw Refusal.NotFound();
            var (name, targetUrl) = NameAndTarget(body);
            state.Webhook = state.Webhook with { ApiUrl = apiUrl, Name = name, TargetUrl = targetUrl, Secret = body.Filled("secret") ?? state.Webhook.Secret };
            if (body.Text("status") is "active") state.Health.Activate(world.Now());
            return WebhookBody.Of(state);
        }
    }

    public void Delete(AccessToken caller, string id)
    {
        lock (world.Gate)
        {
            var state = Find(caller, id) ?? throw (switches.WebhookDeleteAnswersAsIn2018
                ? Refusal.BadRequest(Any(id) is null ? Texts.InvalidWebhookId : Texts.ForeignWebhook)
                : Refusal.NotFound());
            register.Remove(state);
            queue.Forget(state);
        }
    }

    // What an administrator may watch of meetings his scopes say; of the rest, that he is one or a compliance officer.
    private bool IsOfOrganisation(AccessToken token, WebhookKind kind, Fields body) => body.Filled("ownedBy") switch
    {
        null or "creator" => false,
        "org" => IsOfficial(token, kind) ? true : throw Refusal.Forbidden(Texts.OrganisationScope),
        _ => throw Refusal.BadRequest(Texts.Invalid("ownedBy")),
    };

    private bool IsOfficial(AccessToken token, WebhookKind kind) => kind.IsOfMeetings
        ? world.People.WithKey(token.Person.Key) is { } person && (person.IsAdministrator || person.IsComplianceOfficer)
        : token.Person.IsAdministrator || token.Person.IsComplianceOfficer;

    private WebhookState? Find(AccessToken caller, string id) => Any(id) is { } state && IsOf(caller, state.Webhook) ? state : null;

    private bool IsOf(AccessToken caller, Webhook webhook) =>
        webhook.Owner.Key == caller.Person.Key && (webhook.AppId == caller.AppId || !switches.WebhooksBelongToTheirApp);

    private WebhookState? Any(string id) => sight.Read("WEBHOOK", id) is { } key ? register.Find(key) : null;

    private static (string Name, Uri TargetUrl) NameAndTarget(Fields body)
    {
        var name = body.Filled("name") ?? throw Refusal.BadRequest(Texts.NoWebhookName);
        var target = body.Filled("targetUrl") ?? throw Refusal.BadRequest(Texts.NoTargetUrl);
        return Uri.TryCreate(target, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? (name, url)
            : throw Refusal.BadRequest(Texts.Invalid("targetUrl"));
    }
}
