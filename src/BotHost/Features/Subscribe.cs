using System.Globalization;
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
        group.Command("subscribe remove", RemoveAsync).GroupOnly().Confirm(
                "Take the address of **{name}** away? What posts there is refused from then on.",
                de: "**{name}** die Adresse nehmen? Was dort schreibt, wird ab dann abgelehnt.")
            .Describe("Ends such a subscription", de: "Beendet so ein Abonnement");
        group.Command("subscribe rotate", RotateAsync).GroupOnly().Describe("Gives one another secret", de: "Gibt einem ein anderes Geheimnis");
    }

    private static async Task<Reply> AddAsync(
        string name, bool signed, [Label("file", De = "Datei")] AttachedFile? file, BotContext context, CancellationToken cancellationToken, [Label("template", De = "Vorlage")] string? template = null)
    {
        if (file is not null && template is not null)
            return Texts.Say("HookTwoTemplates");
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

        return Texts.Say("HookAdded", name);
    }

    private static async Task<Reply> ListAsync(BotContext context, CancellationToken cancellationToken)
    {
        var hooks = await context.Hooks.ListAsync(context.Room.Id, cancellationToken);
        return hooks.Count == 0
            ? Texts.Say("HooksNone")
            : MarkdownText.Join("\n", hooks.Select(hook => Markdown.Format($"- {(hook.IsSigned ? Texts.Plain("HookSigned", hook.Name) : hook.Name)}: {Latest(hook)}")));
    }

    private static async Task<Reply> RemoveAsync(string name, BotContext context, CancellationToken cancellationToken) =>
        await context.Hooks.RemoveAsync(context.Room.Id, name, cancellationToken)
            ? Texts.Say("HookRemoved", name)
            : NotThere(name);

    private static async Task<Reply> RotateAsync(string name, BotContext context, CancellationToken cancellationToken)
    {
        if (await context.Hooks.RotateAsync(context.Room.Id, name, cancellationToken) is not { } key)
            return NotThere(name);
        context.Send(Tell(name, key, signed: null));
        return Texts.Say("HookRotated", name);
    }

    private static string Latest(Hook hook) =>
        hook.HasEnded ? Texts.Plain("HookHasEnded")
        : hook.LastPosted is { } last ? Texts.Plain("HookLastPosted", last.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
        : Texts.Plain("HookNeverPosted");

    private static Reply NotThere(string name) => Texts.Say("HookNotThere", name);

    /// <summary>To the asker alone, and only now: nobody can be told again.</summary>
    private static Reply Tell(string name, HookKey key, bool? signed) => Reply.Text($"""
        {Texts.Plain("HookKeep", name)}

        {Texts.Plain("HookAddress", key.Address)}
        {Texts.Plain("HookSecret", key.Secret)}

        {Texts.Plain(signed switch { true => "HookSigns", false => "HookSends", null => "HookAsBefore" })}
        """).Privately();

    private static async Task<string> TextOfAsync(AttachedFile file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await file.OpenAsync(cancellationToken));
        var text = new char[HookTemplate.MostBytes + 1];
        return new string(text, 0, await reader.ReadBlockAsync(text, cancellationToken));
    }
}
