namespace BotHost.Bot;

/// <summary>A route that has been checked and can run.</summary>
internal sealed record Route(string Name, RouteKind Kind, Policy Policy, IReadOnlyList<TurnMiddleware> Middleware)
{
    private readonly bool _needsClock;

    public Handler? Handler { get; init; }

    public IReadOnlyList<Parameter> Parameters
    {
        get => field ?? [];
        init => (field, _needsClock) = (value, value.Any(parameter => parameter.NeedsClock));
    }

    /// <summary>Which events it is for; null for what is written or pressed.</summary>
    public EventName? Happening { get; init; }

    /// <summary>How long it may take, where that is not the usual time.</summary>
    public TimeSpan? Limit { get; init; }

    public Audience Audience { get; init; }

    /// <summary>Of an event: also when the bot caused it.</summary>
    public bool HearsBot { get; init; }

    /// <summary>The grammar; set for what is read from text.</summary>
    public CommandSyntax? Syntax { get; init; }

    /// <summary>What is asked back before the handler runs.</summary>
    public ConfirmQuestion? Question { get; init; }

    /// <summary>Runs the middleware, reads the arguments and calls the handler, in this order.</summary>
    public async ValueTask<RouteRun> RunAsync(BotContext context, Func<ReadingClock, Reading> read)
    {
        bool handled = false, refused = false;
        var reply = await StepAsync(0);
        return new RouteRun(reply, handled, refused);

        ValueTask<Reply?> StepAsync(int at) => at < Middleware.Count ? Middleware[at](context, () => StepAsync(at + 1)) : HandleAsync();

        async ValueTask<Reply?> HandleAsync()
        {
            context.Aborted.ThrowIfCancellationRequested();
            var clock = _needsClock ? await ReadingClock.OfAsync(context, context.Asked) : ReadingClock.None;
            var reading = read(clock);
            if (reading.Refusal is not null || Handler is null)
            {
                refused = true;
                return reading.Refusal;
            }

            if (Question is not null && !context.IsConfirmed)
            {
                if (context.Granted is not null)
                {
                    refused = true;
                    return BotTexts.ConfirmedByPeople;
                }

                handled = true;
                return Question.Ask(context.Message, reading.Arguments, _needsClock ? clock.Now : null);
            }

            if (Syntax?.Files is not null && await FileArguments.FillAsync(Syntax, context, reading.Arguments) is { } missing)
            {
                refused = true;
                return missing;
            }

            FillFromTurn(context, reading.Arguments);
            var last = await Handler.RunAsync(context, reading.Arguments);
            handled = true;
            return last;
        }
    }

    private void FillFromTurn(BotContext context, object?[] arguments)
    {
        foreach (var parameter in Parameters)
        {
            var type = parameter.Info.ParameterType;
            if (parameter.Kind == ParameterKind.Turn)
            {
                arguments[parameter.Position] = TurnValues.Read(type, context);
            }
            else if (parameter.Kind == ParameterKind.Service)
            {
                arguments[parameter.Position] = context.Services.GetRequiredService(type);
            }
        }
    }
}

/// <summary>How running a route went.</summary>
/// <param name="Reply">The last reply.</param>
/// <param name="Handled">The handler ran to its end.</param>
/// <param name="Refused">The arguments did not fit.</param>
internal readonly record struct RouteRun(Reply? Reply, bool Handled, bool Refused);
