using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Subscribes a space to what other programs have to say: builds, alerts, orders.</summary>
public static class Subscribe
{
    /// <summary>Maps <c>subscribe</c>, <c>subscribe list</c>, <c>subscribe remove</c> and <c>subscribe rotate</c>.</summary>
    public static void MapSubscribe(this BotRoutes bot)
    {
        var group = bot.Group("").Allow(Policy.AllOf(Policy.Default, Policy.Moderators));
        group.Command("subscribe", AddAsync).GroupOnly().Describe("Lets a program post here; with Markdown or a card file as its template", de: "Lässt ein Programm hier schreiben; mit Markdown oder einer Kartendatei als Vorlage");
        group.Command("subscribe list", ListAsync).GroupOnly().Describe("Lists who may post here", de: "Zeigt, wer hier schreiben darf");
        group.Command("subscribe remove", RemoveAsync).GroupOnly().Confirm("Take the address of **{name}** away? What posts there is refused from then on.")
            .Describe("Ends such a subscription", de: "Beendet so ein Abonnement");
        group.Command("subscribe rotate", RotateAsync).GroupOnly().Describe("Gives one another secret", de: "Gibt einem ein anderes Geheimnis");
    }

    private static async Task<Reply> AddAsync(
        string name, bool signed, AttachedFile? file, BotContext context, CancellationToken cancellationToken, string? template = null)
    {
        if (file is not null && template is not null)
            return "A template is written or attached, not both. Leave one out.";
        HookTemplate? parsed = null;
        if ((file is null ? template : await TextOfAsync(file, cancellationToken)) is { } text && !HookTemplate.TryParse(text, out parsed, out var problem))
            return Reply.Text(problem);
        try
        {
            var key = await context.Hooks.AddAsync(context.Room.Id, name, parsed, signed, cancellationToken);
            context.Send(Tell(name, key, signed));
        }
        catch (ArgumentException e)
        {
            return Reply.Text(e.Message);
        }

        return Reply.Markdown($"**{name}** may post here from now on. Its address and secret went to who asked, alone.");
    }

    private static async Task<Reply> ListAsync(BotContext context, CancellationToken cancellationToken)
    {
        var hooks = await context.Hooks.ListAsync(context.Room.Id, cancellationToken);
        return hooks.Count == 0
            ? "No program posts here. Let one: `subscribe name`"
            : MarkdownText.Join("\n", hooks.Select(hook => Markdown.Format(
                $"- {hook.Name}{(hook.IsSigned ? ", signed" : "")}: {(hook.HasEnded ? "ended, for I had left; rotate begins it again" : hook.LastPosted is { } last ? $"last posted {last:yyyy-MM-dd HH:mm} UTC" : "never posted")}")));
    }

    private static async Task<Reply> RemoveAsync(string name, BotContext context, CancellationToken cancellationToken) =>
        await context.Hooks.RemoveAsync(context.Room.Id, name, cancellationToken)
            ? Reply.Markdown($"**{name}** may not post here any more.")
            : NotThere(name);

    private static async Task<Reply> RotateAsync(string name, BotContext context, CancellationToken cancellationToken)
    {
        if (await context.Hooks.RotateAsync(context.Room.Id, name, cancellationToken) is not { } key)
            return NotThere(name);
        context.Send(Tell(name, key, signed: null));
        return Reply.Markdown($"**{name}** has another secret, which went to who asked, alone. The old one is refused.");
    }

    private static Reply NotThere(string name) => Reply.Markdown($"No program called {name} posts here. Try: subscribe list");

    /// <summary>To the asker alone, and only now: nobody can be told again.</summary>
    private static Reply Tell(string name, HookKey key, bool? signed) => Reply.Text($"""
        {name}. Keep this: the secret is not shown again.

        address: {key.Address}
        secret: {key.Secret}

        {signed switch
        {
            true => "The program signs the body with the secret, as GitHub does: X-Hub-Signature-256.",
            false => "The program sends the secret along: Authorization: Bearer …, or X-Gitlab-Token. One that signs instead, as GitHub does, is subscribed with --signed.",
            null => "All else stays as it was.",
        }}
        """).Privately();

    private static async Task<string> TextOfAsync(AttachedFile file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await file.OpenAsync(cancellationToken));
        var text = new char[HookTemplate.MostBytes + 1];
        return new string(text, 0, await reader.ReadBlockAsync(text, cancellationToken));
    }
}
