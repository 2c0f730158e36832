namespace BotHost.Bot;

/// <summary>All routes, checked and fast. Commands and submits stand apart, so that typed text never reaches a submit.</summary>
internal sealed class RouteTable(
    CommandTree commands, IReadOnlyDictionary<string, Route> submits, IReadOnlyDictionary<string, Route> scheduled, Route? fallback, Route none,
    RouteCatalogue catalogue, IReadOnlyList<Route> routes)
{
    private readonly Route[] _events = [.. routes.Where(route => route.Happening is not null)];

    /// <summary>Made when it is first needed: a start does not wait for it.</summary>
    private Suggestions Suggestions => field ??= new Suggestions(catalogue);

    /// <summary>The commands people may see.</summary>
    public RouteCatalogue Catalogue => catalogue;

    /// <summary>Every route that was defined.</summary>
    public IReadOnlyList<Route> Routes => routes;

    /// <summary>The route for something that happened, or null.</summary>
    public Route? For(WebexEvent happened) => Array.Find(_events, route => route.Happening!.Fits(happened));

    /// <summary>Whether any route is for such events, whomever they are about.</summary>
    public bool Wants(string resource, string happening) => Array.Exists(_events, route => route.Happening!.Overlaps(new EventName(resource, happening)));

    /// <summary>Runs one turn: find the route, ask who may, then middleware, arguments, handler.</summary>
    /// <remarks>
    /// Exceptions of handlers and middleware come out, except that a refusal by Webex is told to the person. The context's own token
    /// cancels.
    /// </remarks>
    public async ValueTask<TurnResult> RunAsync(BotContext context, IAuthoriser authoriser)
    {
        var match = Find(context);
        context.Route = match.Route.Name;
        var wrongPlace = BotTexts.WrongPlace(match.Route.Audience, context);
        // Whom the bot works for is told the place first: the rule may be about the moderators of a space, and this is none.
        if (await authoriser.RefusalAsync(context, match.Route.Policy, context.Aborted) is { } refusal
            && (wrongPlace is null || await authoriser.RefusalAsync(context, Policy.Default, context.Aborted) is not null))
        {
            context.Close();
            return new TurnResult(match.Route.Name, TurnOutcome.NotPermitted, context.Event is null ? [refusal] : []);
        }

        if (wrongPlace is { } elsewhere)
        {
            context.Close();
            return new TurnResult(match.Route.Name, TurnOutcome.Refused, context.Event is null ? [elsewhere] : []);
        }

        if (match.Route.Limit is { } limit)
        {
            context.Extend?.Invoke(limit);
        }

        var (reply, outcome) = await RunAsync(context, match);
        if (reply is not null)
        {
            context.Send(reply);
        }

        var effects = context.Close();
        // Nobody asked: a refusal in answer to an event would puzzle the room.
        return new TurnResult(match.Route.Name, outcome, context.Event is null || outcome == TurnOutcome.Answered ? effects : [], outcome == TurnOutcome.UnhandledSubmit ? match.CodeToAdd : null);
    }

    private static async ValueTask<(Reply? Reply, TurnOutcome Outcome)> RunAsync(BotContext context, Match match)
    {
        try
        {
            var run = await match.Route.RunAsync(context, match.Read);
            return (run.Reply, run.Handled ? TurnOutcome.Answered : run.Refused ? match.WhenUnread : TurnOutcome.Refused);
        }
        catch (WebexRefusedException refused)
        {
            return (BotTexts.WebexRefused(refused.Reason), TurnOutcome.Refused);
        }
        catch (NotAnsweredException ended)
        {
            return (BotTexts.NotAnswered(ended.Reason) is { } told ? (Reply)told : null, TurnOutcome.Refused);
        }
    }

    /// <summary>Whether something may be scheduled for a route of this name.</summary>
    public bool HasScheduled(string name) => scheduled.ContainsKey(name);

    private Match Find(BotContext context)
    {
        if (context.Event is { } happened)
        {
            var route = For(happened) ?? throw new InvalidOperationException($"No route is for {happened}.");
            return new Match(route, _ => Reading.Of(new object?[route.Parameters.Count]));
        }

        if (context.Occurrence is { } due)
        {
            var route = scheduled[due.Route];
            return new Match(route, _ => new PayloadReader(route.Parameters).Read(due));
        }

        switch (context.Submission)
        {
            case null:
                return FindCommand(context.Message);
            case { Name: Card.CommandSubmit } pressed:
                context.ReadAsTyped(pressed.Inputs.TryGetValue("command", out var command) ? command.ToString() : "");
                return FindCommand(context.Message);
            case { Name: Card.ConfirmSubmit } pressed:
                var (text, mentions, asked) = ConfirmQuestion.Read(pressed);
                context.ReadAsTyped(text, mentions, isConfirmed: true, asked);
                return FindCommand(context.Message);
            case { Name: Card.CancelSubmit }:
                return new Match(none, _ => Reading.Refused(BotTexts.Cancelled), TurnOutcome.Answered);
            case var submission when submits.TryGetValue(submission.Name, out var submit):
                return new Match(submit, clock => new SubmitReader(submit.Parameters, clock).Read(submission));
            case var submission:
                var unhandled = none with { Name = "(unhandled submit)" };
                return new Match(unhandled, _ => Reading.Refused(BotTexts.CardNotHandled), TurnOutcome.UnhandledSubmit, CodeFor(submission));
        }
    }

    /// <summary>Finds a text's route and reads its arguments, without running anything.</summary>
    public Reading Read(Incoming message) => FindCommand(message).Read(ReadingClock.None);

    /// <summary>The command that a text calls; or none, and what people are told who type it.</summary>
    public (Route? Command, MarkdownText Instead) FindCommand(string text)
    {
        var words = Tokeniser.Read(text, []);
        return commands.Find(words) is var (route, _) ? (route, default) : (null, Suggestions.For(words));
    }

    /// <summary>Whether what somebody says is for a route: a command fits, or whatever fits none has one, or it says nothing.</summary>
    public bool Takes(Incoming message) =>
        Tokeniser.Read(message.Text, message.Mentions) is var words && (words.Count == 0 || fallback is not null || commands.Find(words) is not null);

    private Match FindCommand(Incoming message)
    {
        var words = Tokeniser.Read(message.Text, message.Mentions);
        if (commands.Find(words) is var (route, length))
        {
            return new Match(route, clock => new CommandReader(route.Syntax!, clock).Read(message, words.Skip(length)));
        }

        return fallback is null ? new Match(none, Suggest, TurnOutcome.Unknown) : new Match(fallback, ReadFallback, TurnOutcome.Unknown);

        Reading Suggest(ReadingClock _) => Reading.Refused(Suggestions.For(words));

        Reading ReadFallback(ReadingClock clock) =>
            new CommandReader(fallback.Syntax!, clock).Read(message, words) is { Refusal: null } reading ? reading : Suggest(clock);
    }

    /// <summary>The name came from a card, so it is written as C# writes a string.</summary>
    private static string CodeFor(Submission submission)
    {
        var name = System.Text.Json.JsonSerializer.Serialize(submission.Name.Length > 100 ? submission.Name[..100] : submission.Name);
        var inputs = submission.Inputs.Keys
            .Where(key => key.Length is > 0 and <= 40 && char.IsAsciiLetter(key[0]) && key.All(char.IsAsciiLetterOrDigit))
            .Take(10);
        return $"bot.Submit({name}, ({string.Join(", ", inputs.Select(key => $"string? {key}"))}) => \"…\");";
    }

    /// <summary>A route for this turn, and how its arguments are read.</summary>
    /// <param name="Route">The route.</param>
    /// <param name="Read">Reads the arguments.</param>
    /// <param name="WhenUnread">How the turn ended where they did not fit.</param>
    /// <param name="CodeToAdd">The line of code that is missing.</param>
    private sealed record Match(Route Route, Func<ReadingClock, Reading> Read, TurnOutcome WhenUnread = TurnOutcome.Refused, string? CodeToAdd = null);
}
