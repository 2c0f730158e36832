namespace BotHost.Tests.Simulator;

public sealed class PeopleTests
{
    [Fact]
    public async Task Me_is_whose_token_it_is()
    {
        await using var webex = await LocalWebex.StartAsync();
        var alice = (await webex.Alice.GetAsync("people/me")).Ok();
        alice.Text("displayName").ShouldBe("Alice Anderson");
        alice.Text("firstName").ShouldBe("Alice");
        alice.Texts("emails").ShouldBe(["alice@example.com"]);
        alice.Text("type").ShouldBe("person");

        var bot = (await webex.Bot.GetAsync("people/me")).Ok();
        bot.Text("displayName").ShouldBe("BotHost");
        bot.Text("type").ShouldBe("bot");
        bot.Has("lastName").ShouldBeFalse();
    }

    [Fact]
    public async Task Everybody_is_found_by_id_but_presence_is_for_colleagues()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Bot.GetAsync($"people/{webex.Dave.Id}")).Ok().Has("status").ShouldBeFalse();
        (await webex.Alice.GetAsync($"people/{webex.Bob.Id}")).Ok().Text("status").ShouldBe("active");
        (await webex.Bot.GetAsync("people/unknown")).Refused(404, "Person not found");
    }

    [Fact]
    public async Task A_list_by_ids_says_what_it_did_not_find()
    {
        await using var webex = await LocalWebex.StartAsync();
        var list = (await webex.Bot.GetAsync($"people?id={webex.Alice.Id},junk,{webex.Dave.Id}")).Ok();
        list.Items.Select(person => person.GetProperty("id").GetString()).ShouldBe([webex.Alice.Id, webex.Dave.Id]);
        list.Texts("notFoundIds").ShouldBe(["junk"]);
        (await webex.Bob.GetAsync($"people?id={webex.Alice.Id}")).Ok().Texts("notFoundIds").ShouldBeEmpty();
    }

    [Fact]
    public async Task Addresses_and_names_are_searched_in_ones_own_organisation()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Bob.GetAsync("people?email=ALICE@example.com")).Ok().Items.Single().GetProperty("id").GetString().ShouldBe(webex.Alice.Id);
        (await webex.Bob.GetAsync("people?displayName=car")).Ok().Items.Single().GetProperty("id").GetString().ShouldBe(webex.Carol.Id);
        (await webex.Bob.GetAsync("people?email=dave@elsewhere.example")).Ok().Items.ShouldBeEmpty();
        await using var open = await LocalWebex.StartAsync(null, ("Simulator:Switches:EmailsAreFoundEverywhere", "true"));
        (await open.Bot.GetAsync("people?email=dave@elsewhere.example")).Ok().Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_an_administrator_may_list_everybody()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Bob.GetAsync("people")).Refused(400, "Email, displayName, or id list should be specified.");
        (await webex.Alice.GetAsync("people")).Ok().Items.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Not_more_than_85_ids_at_once()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Bob.GetAsync($"people?id={string.Join(',', Enumerable.Repeat(webex.Alice.Id, 86))}")).Refused(400);
    }
}
