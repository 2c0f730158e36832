using System.Text.Json;

namespace BotHost.Tests.Simulator.Refusals;

public sealed class RefusalTests
{
    [Fact]
    public async Task Whatever_is_wrong_is_answered_as_webex_does()
    {
        await using var stage = await Stage.StartAsync();
        await ShouldRefuseAsync(stage, operation => operation);
    }

    [Fact]
    public async Task By_a_switch_whatever_is_no_id_is_answered_as_in_2018()
    {
        await using var stage = await Stage.StartAsync(("Simulator:Switches:MalformedIdIsBadRequest", "true"));
        await ShouldRefuseAsync(stage, operation => operation.Where(wrong => wrong.Status is 404 && wrong.Values.Values.Contains("x"))
            .Select(wrong => wrong with { Status = 400, Text = "Expect base64 ID or UUID." }));
    }

    [Fact]
    public async Task Every_operation_refuses_wrong_tokens_other_methods_and_what_is_no_body()
    {
        await using var stage = await Stage.StartAsync();
        await ShouldRefuseAsync(stage, OperationTable.RefusedByAll);
    }

    [Fact]
    public async Task Every_operation_refuses_too_many_calls_and_says_for_how_long()
    {
        await using var stage = await Stage.StartLimitedAsync();
        foreach (var operation in OperationTable.All) ((int)(await stage.CallAsync(operation)).Status).ShouldNotBe(429);
        await ShouldRefuseAsync(stage, OperationTable.TooMany);
    }

    /// <summary>So that what is refused above is refused for what is different, and for nothing else.</summary>
    [Fact]
    public async Task The_right_call_of_every_operation_is_granted()
    {
        await using var stage = await Stage.StartAsync();
        foreach (var operation in OperationTable.All.OrderBy(operation => operation.Method is "DELETE"))
        {
            var answer = await stage.CallAsync(operation);
            ((int)answer.Status).ShouldBe(operation.Method is "DELETE" ? 204 : 200, $"{operation.Name}: {answer.Body}");
        }
    }

    private static async Task ShouldRefuseAsync(Stage stage, Func<Operation, IEnumerable<Wrong>> wrongs)
    {
        var others = new List<string>();
        foreach (var operation in OperationTable.All)
        {
            foreach (var wrong in wrongs(operation))
            {
                var answer = await stage.CallAsync(operation, wrong);
                if (IsAsExpected(operation, wrong, answer)) continue;
                var call = $"{wrong.By} {wrong.Method ?? operation.Method} {operation.Route} {JsonSerializer.Serialize(wrong.Instead)}{wrong.Body}";
                others.Add($"{call}: not {wrong.Status} {wrong.Text} but {(int)answer.Status} {answer.Body}");
            }
        }
        others.ShouldBeEmpty();
    }

    private static bool IsAsExpected(Operation operation, Wrong wrong, Answer answer)
    {
        if ((int)answer.Status != wrong.Status) return false;
        if (wrong.Status is 200) return answer.Items is [];
        // The application is told, by the address that somebody is sent to.
        if (wrong.Status is 302) return answer.Headers["Location"].Contains($"error={wrong.Text}&", StringComparison.Ordinal);
        if (wrong.Status is 423 or 429 && (!answer.Headers.TryGetValue("Retry-After", out var seconds) || int.Parse(seconds) <= 0)) return false;
        // The one refusal that comes from a gateway; and HEAD answers without a body.
        if (wrong.Status is 429) return answer.ContentType is "text/html";
        if (operation.Method is "HEAD" && wrong.Method is null) return true;
        return answer.Text("message") is { Length: > 0 } said && (wrong.Text is null || said == wrong.Text)
            && answer.Body.GetProperty("errors")[0].GetProperty("description").GetString() == said
            && answer.Text("trackingId") == answer.Headers["trackingid"];
    }
}
