namespace BotHost.Bot;

/// <summary>What reading the arguments came to: them, by position, or what to tell the person.</summary>
internal readonly record struct Reading(object?[] Arguments, Reply? Refusal)
{
    public static Reading Of(object?[] arguments) => new(arguments, null);

    public static Reading Refused(Reply refusal) => new([], refusal);
}
