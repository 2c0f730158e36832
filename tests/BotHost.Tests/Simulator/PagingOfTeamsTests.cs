namespace BotHost.Tests.Simulator;

public sealed class PagingOfTeamsTests
{
    [Fact]
    public async Task Teams_and_their_members_come_in_pages()
    {
        await using var webex = await LocalWebex.StartAsync();
        var teams = new List<string>();
        for (var number = 0; number < 5; number++) teams.Add((await webex.Alice.PostAsync("teams", new { name = $"Team {number}" })).Ok().Text("id"));
        Account[] others = [webex.Bob, webex.Carol, webex.Dave, webex.Bot];
        foreach (var other in others) (await webex.Alice.PostAsync("team/memberships", new { teamId = teams[0], personId = other.Id })).Ok();

        (await AllAsync(webex.Alice, "teams?max=2", "id")).Order().ShouldBe(teams.Order());
        (await AllAsync(webex.Alice, $"team/memberships?teamId={teams[0]}&max=2", "personId")).Order()
            .ShouldBe(others.Append(webex.Alice).Select(account => account.Id).Order());
        (await AllAsync(webex.Alice, $"rooms?teamId={teams[0]}&max=1", "id")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("teams")]
    [InlineData("rooms")]
    [InlineData("memberships")]
    [InlineData("webhooks")]
    [InlineData("people?displayName=B")]
    public async Task More_than_there_may_be_on_a_page_is_capped_silently(string path)
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Alice.GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}max=1000000")).Ok().Next.ShouldBeNull();
    }

    private static async Task<List<string>> AllAsync(Account account, string path, string field)
    {
        var all = new List<string>();
        for (string? next = path; next is not null;)
        {
            var page = (await account.GetAsync(next)).Ok();
            page.Items.Count.ShouldBeLessThanOrEqualTo(2);
            all.AddRange(page.Items.Select(item => item.GetProperty(field).GetString()!));
            next = page.Next;
        }
        return all;
    }
}
