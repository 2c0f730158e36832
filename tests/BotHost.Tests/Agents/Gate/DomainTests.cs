using BotHost.Access;
using BotHost.Tests.Webex;

namespace BotHost.Tests.Agents.Gate;

/// <summary>Domains that look like one another, hours, and what is no grant.</summary>
public sealed class DomainTests
{
    [Theory]
    [InlineData("alice@example.com", "example.com")]
    [InlineData("Alice@Example.COM", "example.com")]
    [InlineData("alice+tag@mail.example.com", "mail.example.com")]
    [InlineData("alice@example.com.evil.io", "example.com.evil.io")]
    [InlineData("alice@evil-example.com", "evil-example.com")]
    [InlineData("alice@xn--exmple-cua.com", "xn--exmple-cua.com")]
    [InlineData("alice@exаmple.com", null)]
    [InlineData("alice@ｅxample.com", null)]
    [InlineData("alice@example。com", null)]
    [InlineData("alice@example.com.", null)]
    [InlineData("alice@example.com ", null)]
    [InlineData("alice@@example.com", null)]
    [InlineData("alice@evil.io@example.com", null)]
    [InlineData("\"alice@evil.io\"@example.com", null)]
    [InlineData("<alice>@example.com", null)]
    [InlineData("alice@evil.io\0@example.com", null)]
    [InlineData("alice@-example.com", null)]
    [InlineData("alice@localhost", null)]
    [InlineData("@example.com", null)]
    [InlineData("alice", null)]
    public void Only_a_plain_address_has_a_domain_and_it_is_whole(string address, string? domain) => AgentDomains.Of(address).ShouldBe(domain);

    [Theory]
    [InlineData("08:00-18:00", "mon-fri", "Europe/Berlin", "2026-11-30T07:00:00Z", true)]
    [InlineData("08:00-18:00", "mon-fri", "Europe/Berlin", "2026-11-30T06:59:59Z", false)]
    [InlineData("08:00-18:00", "mon-fri", "Europe/Berlin", "2026-11-30T17:00:00Z", false)]
    [InlineData("08:00-18:00", "mon-fri", "Europe/Berlin", "2026-07-06T06:00:00Z", true)]
    [InlineData("08:00-18:00", "mon-fri", "Europe/Berlin", "2026-11-29T12:00:00Z", false)]
    [InlineData("22:00-06:00", "fri", "UTC", "2026-12-04T23:00:00Z", true)]
    [InlineData("22:00-06:00", "fri", "UTC", "2026-12-05T05:59:59Z", true)]
    [InlineData("22:00-06:00", "fri", "UTC", "2026-12-04T05:00:00Z", false)]
    [InlineData("22:00-06:00", "fri", "UTC", "2026-12-05T23:00:00Z", false)]
    [InlineData("18:00-24:00", "sat-mon", "UTC", "2026-11-29T23:59:59Z", true)]
    [InlineData("18:00-24:00", "sat-mon", "UTC", "2026-12-01T18:00:00Z", false)]
    [InlineData(null, "sun", "Pacific/Auckland", "2026-11-28T11:00:00Z", true)]
    [InlineData("00:00-12:00", null, "UTC", "2026-11-28T11:00:00Z", true)]
    public void Hours_are_counted_where_their_clocks_go(string? hours, string? days, string zone, string now, bool holds)
    {
        var problems = new List<string>();

        AgentHours.Read(hours, days, zone, problems)!.Includes(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(holds);
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void All_that_is_wrong_with_a_grant_is_said_at_once()
    {
        var (grant, problems) = AgentGrantReader.Read("Bad name", new AgentGrantSettings
        {
            Resources = "messages;people;nothing", Level = "some", Spaces = "My space", Teams = ";", Domains = "@example.com", WriteTo = "anybody;spaces",
            Hours = "8-18", Days = "monday", PerMinute = 0, PerDay = -1, Approval = "Deleting",
        });

        grant.ShouldBeNull();
        foreach (var part in new[] { "is no name", "'nothing'", "Level 'some'", "'My space' in Spaces", "Teams ';'", "'@example.com' in Domains", "'anybody' in WriteTo", "Hours '8-18'", "Days 'monday'", "no Zone", "PerMinute 0", "PerDay -1", "'Deleting' in Approval", "no Approvers", "says nothing about people" })
            string.Join('\n', problems).ShouldContain(part, Case.Sensitive);
        problems.ShouldAllBe(problem => !problem.EndsWith('\''));
    }

    [Theory]
    [InlineData("Domains", "exаmple.com")]
    [InlineData("Domains", "example.com.")]
    [InlineData("Domains", "*.example.com")]
    [InlineData("Domains", " ; ")]
    [InlineData("WriteTo", "@exаmple.com")]
    [InlineData("WriteTo", "alice@exаmple.com")]
    [InlineData("WriteTo", "Alice")]
    [InlineData("Commands", "ping")]
    [InlineData("Commands", "*")]
    [InlineData("Hours", "18:00-18:00")]
    [InlineData("Hours", "24:00-06:00")]
    [InlineData("Zone", "UTC")]
    [InlineData("Approvers", "alice@example.com")]
    public void What_would_narrow_nothing_or_something_else_is_no_grant(string property, string value)
    {
        var said = new AgentGrantSettings { Resources = "messages", Level = "use" };
        AgentGrantReader.Read("fine", said).Problems.ShouldBeEmpty();

        typeof(AgentGrantSettings).GetProperty(property)!.SetValue(said, value);

        AgentGrantReader.Read("fine", said).Problems.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("space:Y2lzY29zcGFyazovL3VzL1JPT00v;person-bob-0123456789", false)]
    [InlineData("space:Y2lzY29zcGFyazovL3VzL1JPT00v;person-bob-0123456789;person-alice-0123456789", true)]
    [InlineData("space:Y2lzY29zcGFyazovL3VzL1JPT00v", true)]
    public void A_space_does_not_stand_in_for_an_approver_who_is_erased(string approvers, bool stays) =>
        (AgentGrantReader.Without($$"""{"Resources":"messages","Level":"use","Approval":"use","Approvers":"{{approvers}}"}""", "person-bob-0123456789") is not null).ShouldBe(stays);

    [Fact]
    public void A_minute_is_the_last_one()
    {
        var clock = new FakeClock();
        var rates = new MinuteRates(clock);

        Enumerable.Range(0, 4).Select(_ => rates.Take("a", 3)).ShouldBe([TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(1)]);
        rates.Take("b", 3).ShouldBe(TimeSpan.Zero);
        clock.Advance(TimeSpan.FromSeconds(60));
        rates.Take("a", 3).ShouldBe(TimeSpan.Zero);
    }
}
