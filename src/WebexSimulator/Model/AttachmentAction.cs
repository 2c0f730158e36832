using System.Text.Json;

namespace WebexSimulator.Model;

/// <summary>One press of a card's submit button.</summary>
internal sealed record AttachmentAction
{
    public required Guid Key { get; init; }
    public required Message Card { get; init; }
    public required Person Person { get; init; }
    public required JsonElement Inputs { get; init; }
    public required DateTimeOffset Created { get; init; }

    public string Id => WebexId.AttachmentAction(Key);
}
