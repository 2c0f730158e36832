using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>Which sites somebody has, and which of them he prefers.</summary>
internal static class PreferencesApi
{
    private const string ReadOfOthers = "meeting:admin_preferences_read";
    private const string WriteOfOthers = "meeting:admin_preferences_write";

    public static void MapPreferences(this IEndpointRouteBuilder api)
    {
        var (world, hosts) = (api.ServiceProvider.GetRequiredService<World>(), api.ServiceProvider.GetRequiredService<OnBehalf>());
        api.Get("/meetingPreferences/sites", call =>
        {
            var person = hosts.Of(call.Token, call.Query("userEmail"), ReadOfOthers);
            lock (world.Gate)
            {
                var sites = MeetingSites.Of(person).Where(site => call.Query("siteUrl") is not { } wanted || site == wanted);
                return Answers.Ok(new SitesBody([.. sites.Select(site => Site(world, person, site))]));
            }
        });
        api.Put("/meetingPreferences/sites", (call, body) =>
        {
            var person = hosts.Of(call.Token, call.Query("userEmail"), WriteOfOthers);
            if (MeetingCall.Flag(call, "defaultSite") is not true) throw Refusal.BadRequest(Texts.Invalid("defaultSite"));
            var site = body.Filled("siteUrl") is { } url && MeetingSites.Of(person).Contains(url) ? url : throw Refusal.BadRequest(Texts.Invalid("siteUrl"));
            lock (world.Gate)
            {
                world.Meetings.Sites[person.Key] = site;
                return Answers.Ok(Site(world, person, site));
            }
        });
    }

    private static SiteBody Site(World world, Person person, string site) => new(site, MeetingSites.PreferredOf(world, person) == site);
}

internal sealed record SitesBody(IReadOnlyList<SiteBody> Sites);

internal sealed record SiteBody(string SiteUrl, bool Default);
