using BotHost.Bot;

namespace BotHost.Features;

/// <summary>A space with people and a first message, from one card.</summary>
public static class NewSpace
{
    private const string Submit = "space.new";

    /// <summary>Maps <c>new space</c> and its form.</summary>
    public static void MapNewSpace(this BotRoutes bot)
    {
        bot.Command("new space", () => Card.Form<Form>(Texts.Plain("NewSpaceTitle"), Submit)).Describe("Creates a space from a card", de: "Legt mit einer Karte einen Bereich an");
        bot.Submit(Submit, CreateAsync);
    }

    private static async Task<Reply> CreateAsync(Form form, BotContext context, Person sender, CancellationToken cancellationToken)
    {
        var words = (form.People ?? "").Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var people = words.Where(word => PersonRef.TryParse(word, null, out _)).Select(word => PersonRef.Parse(word, null));
        var misread = words.Where(word => !PersonRef.TryParse(word, null, out _)).Select(word => Markdown.Format($"- {Texts.Say("NotAnAddress", word)}"));

        var space = await context.Spaces.CreateAsync(form.Title, cancellationToken);
        var added = await Invitations.AddAsync(people, moderator: false, (person, ct) => context.Memberships.AddAsync(space.Id, person, cancellationToken: ct), cancellationToken);
        if (form.Message is { } message)
            await context.Messages.PostAsync(space.Id, SpacePost.Signed(message, sender), cancellationToken);
        return Reply.Markdown($"{Texts.Say("SpaceCreated", space.Title)}\n\n{MarkdownText.Join("\n", misread.Prepend(added))}");
    }

    private sealed record Form(
        [Label("Title", De = "Titel")] string Title,
        [Label("People, by e-mail address", De = "Leute, mit E-Mail-Adresse")] [MultiLine] string? People = null,
        [Label("First message", De = "Erste Nachricht")] [MultiLine] string? Message = null);
}
