using System.Text.Json;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class AttachmentActionsApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_press_is_read()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.AttachmentAction));

        var action = await bench.Webex.AttachmentActions.GetAsync(new AttachmentActionId("A1"), Stop);

        action.ShouldSatisfyAllConditions(
            () => action.Id.ShouldBe(new AttachmentActionId("A1")),
            () => action.MessageId.ShouldBe(new MessageId("S1")),
            () => action.PersonId.ShouldBe(new PersonId("P1")),
            () => action.RoomId.ShouldBe(new RoomId("R1")),
            () => action.Inputs.GetProperty("count").GetInt32().ShouldBe(3),
            () => action.Created.ShouldBe(new DateTimeOffset(2024, 5, 10, 19, 41, 0, 100, TimeSpan.Zero)));
        bench.Only.Line.ShouldBe("GET /v1/attachment/actions/A1");
    }

    [Theory]
    [InlineData("""{"id":"A1","messageId":"S1"}""")]
    [InlineData("""{"id":"A1","messageId":"S1","inputs":null}""")]
    [InlineData("""{"id":"A1","messageId":"S1","inputs":"x"}""")]
    public async Task Inputs_are_an_object_even_when_Webex_sends_none(string json)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(json));

        (await bench.Webex.AttachmentActions.GetAsync(new AttachmentActionId("A1"), Stop)).Inputs.EnumerateObject().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    public async Task A_press_is_made(int status)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.AttachmentAction, status));
        var press = new NewAttachmentAction { MessageId = new MessageId("S1"), Inputs = JsonElement.Parse("""{"n":[1,"ü"]}""") };

        (await bench.Webex.AttachmentActions.CreateAsync(press, Stop)).Id.ShouldBe(new AttachmentActionId("A1"));

        bench.Only.Line.ShouldBe("POST /v1/attachment/actions");
        bench.Only.Body.ShouldBeJson("""{"type":"submit","messageId":"S1","inputs":{"n":[1,"ü"]}}""");
    }
}
