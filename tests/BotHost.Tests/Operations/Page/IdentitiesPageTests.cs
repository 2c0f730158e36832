using BotHost.Tests.Identities;
using Microsoft.Playwright;

namespace BotHost.Tests.Operations;

/// <summary>Who consented is seen, and their consent taken out of the store.</summary>
public sealed class IdentitiesPageTests
{
    [Fact(Timeout = 120_000)]
    public async Task Who_consented_is_listed_and_can_be_forgotten()
    {
        await using var bot = await ConsentBench.StartAsync(settings: Operator.Settings);
        await ConsentBench.GrantAsync(bot);
        await using var bench = PageBench.Of(bot);
        await using var tab = await bench.OpenAsync();

        await tab.GoAsync(bench.Front + "/page/identities");
        var id = ConsentBench.Alice(bot).ToString();
        (await tab.TextAsync()).ShouldContain(id);
        (await tab.TextAsync()).ShouldContain("spark:rooms_read");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke " + id }).ClickAsync();
        (await tab.TextAsync()).ShouldContain("Its tokens are forgotten");
        ConsentBench.GrantOf(bot).ShouldBeNull();
        await tab.GoAsync(bench.Front + "/page/work");
        (await tab.TextAsync()).ShouldContain("quarantined");
        tab.Complaints.ShouldBeEmpty();
    }
}
