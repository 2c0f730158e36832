using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>How agents ask people. Section <c>Agents</c>.</summary>
internal sealed class PeopleOptions
{
    /// <summary>How long a call waits for a person before it answers that it still waits, 0 to 10 min. Default 45 s: many clients give up after a minute.</summary>
    public TimeSpan WaitForPeople { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How many calls of one agent may wait at once, on each host, for people, for replies or for the bot's commands, 1 to 1000. Default 10.</summary>
    public int WaitsAtOnce { get; set; } = 10;

    /// <summary>How long a question to a person stands, and how long their answer is good for, 1 min to 7 days. Default 1 h.</summary>
    public TimeSpan AskFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long one call waits that says how long it wants to.</summary>
    public TimeSpan Wait(int? seconds) => seconds is { } said && TimeSpan.FromSeconds(said) < WaitForPeople ? TimeSpan.FromSeconds(said) : WaitForPeople;
}

internal sealed class PeopleOptionsValidator : IValidateOptions<PeopleOptions>
{
    public ValidateOptionsResult Validate(string? name, PeopleOptions options)
    {
        var errors = new List<string>();
        if (options.WaitForPeople < TimeSpan.Zero || options.WaitForPeople > TimeSpan.FromMinutes(10))
            errors.Add("Agents:WaitForPeople must lie between 00:00:00 and 00:10:00.");
        if (options.WaitsAtOnce is < 1 or > 1000)
            errors.Add("Agents:WaitsAtOnce must lie between 1 and 1000.");
        if (options.AskFor < TimeSpan.FromMinutes(1) || options.AskFor > TimeSpan.FromDays(7))
            errors.Add("Agents:AskFor must lie between 00:01:00 and 7.00:00:00.");
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }
}
