using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace WebexSimulator.Messages.Markdown;

/// <summary>Writes a mention as clients look for it in html.</summary>
internal sealed class MentionRenderer(SimulatorSwitches switches) : HtmlObjectRenderer<Mention>
{
    private const string EverybodyName = "All";

    public static string NameOf(Mention mention, SimulatorSwitches switches) => mention switch
    {
        { Person: null } => EverybodyName,
        { GivenName: { } given } when switches.MentionsShowTheGivenName => given,
        { Person: { DisplayName: var displayName } } => displayName,
    };

    protected override void Write(HtmlRenderer renderer, Mention obj)
    {
        if (obj.Person is { } person) Open(renderer, "person", "data-object-id", person.Id);
        else Open(renderer, "groupMention", switches.GroupMentionAttribute, "all");
        renderer.WriteEscape(NameOf(obj, switches)).Write("</spark-mention>");
    }

    private static void Open(HtmlRenderer renderer, string type, string attribute, string value) =>
        renderer.Write("<spark-mention data-object-type=\"").Write(type).Write("\" ").Write(attribute).Write("=\"").Write(value).Write("\">");
}
