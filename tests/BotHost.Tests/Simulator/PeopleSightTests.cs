using System.Text.Json;

namespace BotHost.Tests.Simulator;

public sealed class PeopleSightTests
{
    private static readonly string[] ForAdministrators = ["roles", "licenses", "siteUrls", "sipAddresses", "invitePending", "loginEnabled"];

    [Fact]
    public async Task An_administrator_sees_more_of_his_people_and_of_nobody_else()
    {
        await using var webex = await LocalWebex.StartAsync();
        var bob = (await webex.Alice.GetAsync($"people/{webex.Bob.Id}")).Ok();
        ForAdministrators.ShouldAllBe(field => bob.Has(field));
        bob.Text("loginEnabled").ShouldBe("true");
        (await webex.Alice.GetAsync("people/me")).Ok().Texts("roles").Length.ShouldBe(2);
        var strangers = new[]
        {
            await webex.Carol.GetAsync($"people/{webex.Bob.Id}"), await webex.Alice.GetAsync($"people/{webex.Dave.Id}"),
            await webex.Alice.GetAsync($"people/{webex.Bot.Id}"), await (await webex.MintAsync(webex.Alice, ["spark:all"])).GetAsync($"people/{webex.Bob.Id}"),
        };
        foreach (var seen in strangers) ForAdministrators.ShouldAllBe(field => !seen.Ok().Has(field));
    }

    [Fact]
    public async Task By_a_switch_the_flags_are_booleans()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Switches:FlagsOfPeopleAreBooleans", "true"));
        (await webex.Alice.GetAsync($"people/{webex.Bob.Id}")).Ok().Flag("loginEnabled").ShouldBeTrue();
    }

    [Fact]
    public async Task Presence_is_for_colleagues_not_in_lists_of_ids_and_not_where_it_is_declined()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Carol.GetAsync($"people/{webex.Bob.Id}")).Ok().Text("status").ShouldBe("active");
        (await StatusesAsync(webex.Carol, "displayName=Bob")).ShouldBe(["active"]);
        (await StatusesAsync(webex.Carol, "displayName=Bob&excludeStatus=true")).ShouldBe([null]);
        (await StatusesAsync(webex.Carol, $"id={webex.Bob.Id}")).ShouldBe([null]);
        // All bots are of the consumer organisation, and no colleagues for it.
        (await webex.Bot.GetAsync($"people/{webex.Echo.Id}")).Ok().Has("status").ShouldBeFalse();
        (await webex.Bot.GetAsync("people/me")).Ok().Text("status").ShouldBe("unknown");

        async Task<IEnumerable<string?>> StatusesAsync(Account account, string query) => (await account.GetAsync($"people?{query}")).Ok().Items
            .Select(person => person.TryGetProperty("status", out JsonElement status) ? status.GetString() : null);
    }

    [Fact]
    public async Task Roles_organisation_and_location_narrow_an_administrators_search()
    {
        await using var webex = await LocalWebex.StartAsync();
        var role = (await webex.Alice.GetAsync("people/me")).Ok().Texts("roles")[0];
        (await webex.Alice.GetAsync($"people?roles={role}")).Ok().Items.Single().GetProperty("id").GetString().ShouldBe(webex.Alice.Id);
        (await webex.Alice.GetAsync($"people?roles={Ids.Make("ROLE", "id_user_admin")},{role}")).Ok().Items.Count.ShouldBe(1);
        (await webex.Alice.GetAsync($"people?orgId={webex.Bob.OrgId}")).Ok().Items.Count.ShouldBe(3);
        (await webex.Alice.GetAsync($"people?orgId={webex.Dave.OrgId}")).Refused(403);
        (await webex.Alice.GetAsync("people?locationId=anywhere")).Ok().Items.ShouldBeEmpty();
        (await webex.Bob.GetAsync($"people?displayName=A&roles={role}")).Refused(403);
    }

    [Fact]
    public async Task Eighty_five_ids_fit()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Bob.GetAsync($"people?id={string.Join(',', Enumerable.Repeat(webex.Alice.Id, 85))}")).Ok().Items.Count.ShouldBe(85);
    }
}
