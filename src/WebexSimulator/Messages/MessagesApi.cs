using WebexSimulator.Http;

namespace WebexSimulator.Messages;

internal static class MessagesApi
{
    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var reading = api.ServiceProvider.GetRequiredService<MessageReading>();
        var posting = api.ServiceProvider.GetRequiredService<MessagePosting>();
        var changing = api.ServiceProvider.GetRequiredService<MessageChanging>();
        api.Get("/messages", call => List(call, reading));
        api.Get("/messages/direct", call => Answers.List(reading.ListDirect(
            call.Caller, call.Query("personId"), call.Query("personEmail"), call.Query("parentId"), call.Page(standard: 50, ceiling: 1000))
            .Select(body => body.At(call.BaseUrl))));
        api.Post("/messages", async (call, body) => Answers.Ok((await posting.PostAsync(call.Token, body, call.Aborted)).At(call.BaseUrl)));
        api.Get("/messages/{messageId}", call => Answers.Ok(reading.Read(call.Caller, call.Path("messageId")).At(call.BaseUrl)));
        api.Put("/messages/{messageId}", (call, body) => Answers.Ok(changing.Edit(call.Caller, call.Path("messageId"), body).At(call.BaseUrl)));
        api.Delete("/messages/{messageId}", call => changing.Delete(call.Caller, call.Path("messageId")));
    }

    private static IResult List(ApiCall call, MessageReading reading)
    {
        string[] mentionedPeople = [.. call.Queries("mentionedPeople").SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))];
        return Answers.List(reading.List(
            call.Caller,
            call.Query("roomId") ?? throw Refusal.BadRequest(Texts.Required("roomId")),
            new(call.Query("parentId"), mentionedPeople, call.QueryTime("before"), call.Query("beforeMessage")),
            // Where mentions are asked for, the page is smaller.
            call.Page(standard: 50, ceiling: mentionedPeople is [] ? 1000 : 100))
            .Select(body => body.At(call.BaseUrl)));
    }
}

/// <summary>Which messages of a room. Both bounds are exclusive.</summary>
internal sealed record MessageQuery(string? ParentId, IReadOnlyList<string> MentionedPeople, DateTimeOffset? Before, string? BeforeMessage);
