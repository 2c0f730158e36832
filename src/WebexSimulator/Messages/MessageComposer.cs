using System.Text;
using WebexSimulator.Http;
using WebexSimulator.Messages.Markdown;
using WebexSimulator.Model;

namespace WebexSimulator.Messages;

/// <summary>Makes of a request's text and Markdown what a message says. Plain text is kept verbatim, whatever stars it has.</summary>
internal sealed class MessageComposer(World world, SimulatorSwitches switches)
{
    /// <summary>In bytes of UTF-8, so that 2,479 characters of three bytes each just fit.</summary>
    private const int MaxBytes = 7_439;

    private readonly MessageMarkdown _markdown = new(switches);

    public static void DemandSize(Fields body)
    {
        if (IsTooBig(body.Text("text")) || IsTooBig(body.Text("markdown"))) throw Refusal.BadRequest(Texts.TooBig);
    }

    public MessageContent Compose(RoomState state, Fields body)
    {
        var text = body.Filled("text");
        return body.Filled("markdown") is { } markdown
            ? _markdown.Render(markdown, text, (id, email) => MemberOf(state, id, email))
            : MessageContent.Plain(text);
    }

    private static bool IsTooBig(string? text) => text is not null && Encoding.UTF8.GetByteCount(text) > MaxBytes;

    private Person? MemberOf(RoomState state, string? id, string? email)
    {
        var person = id is not null ? world.People.WithId(id) : world.People.WithEmail(email!);
        return person is not null && state.Has(person) ? person : null;
    }
}
