using System.Text.Json;
using WebexSimulator.Files;
using WebexSimulator.Http;

namespace WebexSimulator.Messages;

/// <summary>A message that is to be posted, as far as it can be judged without knowing any room.</summary>
internal sealed record MessageDraft(string? RoomId, string? ToPersonId, string? ToPersonEmail, IReadOnlyList<JsonElement> Attachments)
{
    public static MessageDraft Read(Fields body, SimulatorSwitches switches)
    {
        var draft = new MessageDraft(body.Filled("roomId"), body.Filled("toPersonId"), body.Filled("toPersonEmail"), Cards(body));
        if (new[] { draft.RoomId, draft.ToPersonId, draft.ToPersonEmail }.Count(destination => destination is not null) != 1)
            throw Refusal.BadRequest(Texts.OneDestination);
        var hasFile = FileIntake.HasFile(body);
        if (body.Filled("text") is null && body.Filled("markdown") is null && draft.Attachments is [] && !hasFile)
            throw Refusal.BadRequest(Texts.NoContent);
        if (hasFile && draft.Attachments is not [] && !switches.FileWithCardIsAllowed) throw Refusal.BadRequest(Texts.FileWithCard);
        MessageComposer.DemandSize(body);
        return draft;
    }

    private static IReadOnlyList<JsonElement> Cards(Fields body)
    {
        var attachments = body.List("attachments");
        if (attachments.Count > 1) throw Refusal.BadRequest(Texts.OneCard);
        return attachments.All(IsCard) ? attachments : throw Refusal.BadRequest(Texts.BadCard);
    }

    // No more is checked: which mistakes inside a card Webex refuses is not documented.
    private static bool IsCard(JsonElement attachment) =>
        attachment.ValueKind is JsonValueKind.Object
        && attachment.TryGetProperty("contentType", out var type) && type.ValueKind is JsonValueKind.String
        && type.ValueEquals("application/vnd.microsoft.card.adaptive")
        && attachment.TryGetProperty("content", out var content) && content.ValueKind is JsonValueKind.Object;
}
