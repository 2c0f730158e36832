using BotHost.Access;
using BotHost.Agents;
using BotHost.Bot;

namespace BotHost.Tests.Access;

/// <summary>Each row reads as a sentence, from what is stored.</summary>
public sealed class AuditSentenceTests
{
    [Theory]
    [InlineData("webex-create-message", "Done", "posted a message to Incidents as BotHost: allowed by grant g")]
    [InlineData("webex-delete-message", "Refused", "tried to delete a message in Incidents as BotHost: allowed by grant g; Webex refused it (403)")]
    [InlineData("webex-add-membership", "Failed", "tried to add Alice Smith to Incidents as BotHost: allowed by grant g; it failed")]
    [InlineData("webex-update-space", "Unknown", "tried to change a space called Incidents as BotHost: allowed by grant g; nobody knows whether it happened")]
    [InlineData("webex-get-thread", null, "is about to read a thread in Incidents as BotHost: allowed by grant g")]
    [InlineData("something-new", "Done", "used something-new in Incidents as BotHost: allowed by grant g")]
    public void What_was_allowed_says_what_came_of_it(string tool, string? outcome, string told) =>
        Told(tool, AgentVerdict.Allowed, "allowed by grant g", outcome).ShouldBe("Agent triage " + told);

    [Theory]
    [InlineData(AgentVerdict.Denied, "no grant covers it", "was refused to remove Alice Smith from Incidents: no grant covers it")]
    [InlineData(AgentVerdict.Denied, "denied: no grant covers it", "was refused to remove Alice Smith from Incidents: no grant covers it")]
    [InlineData(AgentVerdict.NeedsApproval, "grant g asks a person", "asked to remove Alice Smith from Incidents: grant g asks a person")]
    internal void What_was_not_says_why(AgentVerdict verdict, string reason, string told) =>
        Told("webex-remove-membership", verdict, reason, null).ShouldBe("Agent triage " + told);

    [Fact]
    public void Every_shipped_tool_has_words() => ShippedTools.All.Select(tool => tool.Name).Except(AuditVerbs.Tools).ShouldBeEmpty();

    [Fact]
    public void Every_tool_has_words_that_make_a_sentence()
    {
        AuditVerbs.Tools.Count().ShouldBeGreaterThan(30);
        foreach (var tool in AuditVerbs.Tools)
        {
            var done = Told(tool, AgentVerdict.Allowed, "", "Done");
            done.ShouldStartWith($"Agent triage {AuditVerbs.Of(tool).Past} ");
            done.ShouldEndWith(" Incidents as BotHost");
            done.ShouldNotContain("  ");
            done.ShouldNotContain(tool);
        }
    }

    [Fact]
    public void Without_a_title_a_space_has_its_id_and_a_direct_message_its_person()
    {
        Told("webex-create-message", AgentVerdict.Allowed, "ok", "Done", title: null).ShouldBe("Agent triage posted a message to a space: room as BotHost: ok");
        Told("webex-create-message", AgentVerdict.Allowed, "ok", "Done", title: null, room: null).ShouldBe("Agent triage posted a message to Alice Smith as BotHost: ok");
        Told("webex-list-meetings", AgentVerdict.Allowed, "ok", "Done", title: null, room: null, person: null).ShouldBe("Agent triage looked at meetings as BotHost: ok");
    }

    [Fact]
    public void The_wish_on_an_approval_card_has_the_same_words() =>
        AuditSentence.Wish(AuditBench.Call(tool: "webex-delete-message")).ShouldBe("delete a message in Incidents");

    [Fact]
    public void On_the_card_it_is_said_in_each_language_and_in_English_as_the_audit_does()
    {
        Wishes.Tools.Order().ShouldBe(AuditVerbs.Tools.Order());
        foreach (var tool in AuditVerbs.Tools.Append("something-new"))
        {
            var call = AuditBench.Call(tool: tool);
            call = call with { Call = call.Call with { Subject = tool == "run-command" ? "ping" : null } };
            foreach (var one in new[] { call, call with { Title = null }, call with { Title = null, Call = call.Call with { Room = null, IsDirect = true } } })
                Wishes.Say(Language.En, one).ToString().ShouldBe(AuditSentence.Wish(one));
            Wishes.Say(Language.De, call).ToString().ShouldContain("Incidents");
            Wishes.Say(Language.De, call).ToString().ShouldNotBe(AuditSentence.Wish(call));
        }
    }

    private static string Told(
        string tool, AgentVerdict verdict, string reason, string? outcome, string? title = "Incidents", string? room = "room", string? person = "Alice Smith") => AuditSentence.Of(new AuditEntry(
            new AuditRow { Kind = "Decision", Agent = "triage", Tool = tool, Verdict = verdict.ToString(), Reason = reason, Room = room },
            new AuditDetails { Identity = "bot", IdentityName = "BotHost", Title = title, Person = person is null ? null : "id", PersonName = person },
            outcome is null ? null : new AuditRow { Kind = "Outcome", Outcome = outcome, Status = 403 }));
}
