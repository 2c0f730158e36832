namespace BotHost.Tests.Simulator.Refusals;

/// <summary>Nothing is mapped, and no parameter taken, without a test of what is refused.</summary>
public sealed class CompletenessTests
{
    /// <summary>Parameters that mean nothing to Webex, or that cannot be wrong.</summary>
    private static readonly string[] NeverWrong = ["GET /authorize state", "GET /authorize login_hint"];

    /// <summary>What Webex's description has and the simulator does not take, and why.</summary>
    private static readonly Dictionary<string, string> NotTaken = new()
    {
        ["GET /teams/{teamId} description"] = "A slip of the description: nobody asks for a team by what is said of it.",
        ["PUT /webhooks/{webhookId} ownedBy"] = "The prose leaves it out: it is ignored, as is everything nobody knows.",
    };

    [Fact]
    public void Every_operation_that_is_mapped_has_its_cases()
    {
        var mapped = OperationTable.Mapped("/v1/").Select(endpoint => $"{OperationTable.MethodOf(endpoint)} {endpoint.RoutePattern.RawText!["/v1".Length..]}").ToList();
        mapped.Count.ShouldBeGreaterThan(40);
        var cases = OperationTable.All.Select(operation => operation.Name).ToList();
        mapped.Except(cases).ShouldBeEmpty("Mapped, but in none of the tables beside this file.");
        cases.Except(mapped).ShouldBeEmpty("In a table beside this file, but not mapped.");
    }

    [Fact]
    public void Every_parameter_has_a_wrong_value()
    {
        var without = OperationTable.All.SelectMany(operation =>
            operation.Parameters.Except(operation.SelectMany(wrong => wrong.Values.Keys)).Select(name => $"{operation.Name} {name}"));
        without.Order().ShouldBe(NeverWrong.Order());
    }

    [Fact]
    public void No_case_is_about_a_parameter_that_is_not_taken()
    {
        var unknown = OperationTable.All.SelectMany(operation =>
            operation.SelectMany(wrong => wrong.Values.Keys).Except(operation.Parameters).Select(name => $"{operation.Name} {name}"));
        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void Every_parameter_that_webex_describes_is_taken()
    {
        var (description, administration) = (OpenApi.Find(), OpenApi.Find("slice-admin-auth.json"));
        Assert.SkipUnless(description is not null && administration is not null, "Webex's description (shared/webex/data) is not beside this repository.");
        var described = OperationTable.All.SelectMany(operation =>
            new[] { description, administration }.SelectMany(one => one.ParametersOf(operation.Method.ToLowerInvariant(), $"/{operation.Route}")).Except(operation.Parameters).Select(name => $"{operation.Name} {name}"));
        described.Order().ShouldBe(NotTaken.Keys.Order());
    }
}
