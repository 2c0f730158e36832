using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class AddMembership
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-add-membership", AgentResource.Memberships, AgentLevel.Use)
    {
        Title = "Add a person to a space",
        Description = "Adds a person, who then sees what was said there before. Give personId or personEmail. Somebody who is in already is answered 409. A moderator is made with full access only.",
        About = (input, call) => call with
        {
            Room = input.RoomId, Person = input.PersonId, Email = input.PersonEmail, Needs = input.IsModerator == true ? AgentLevel.Full : call.Needs,
        },
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Memberships.CreateAsync(
            new NewMembership { RoomId = input.RoomId, PersonId = input.PersonId, PersonEmail = input.PersonEmail, IsModerator = input.IsModerator }, ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The space.")] RoomId RoomId,
        [Description("Whom to add, by id.")] PersonId? PersonId = null,
        [Description("Whom to add, by e-mail address.")] string? PersonEmail = null,
        [Description("As a moderator.")] bool? IsModerator = null);
}
