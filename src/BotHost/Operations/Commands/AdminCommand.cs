using System.Globalization;
using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>Who wants something, and what they said beside the command's name.</summary>
/// <param name="Actor">Who is written down: <c>admin</c> over HTTP, the operating system's user in a terminal.</param>
internal sealed record AdminCall(string Actor, IReadOnlyDictionary<string, string> Values)
{
    public string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>A value as a number; null where it is none.</summary>
    public long? Number(string name) => long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What may be said beside a command's argument.</summary>
/// <param name="Takes">Of what kind it is, for the line of usage: <c>number</c>.</param>
internal readonly record struct AdminOption(string Name, string Takes)
{
    public static implicit operator AdminOption((string Name, string Takes) option) => new(option.Name, option.Takes);
}

/// <summary>
/// Something operators can have done: a verb of the program, and a path below <c>/admin</c> of the same words. Both run the same code.
/// </summary>
/// <param name="Name">Two words or three: <c>inbox list</c>, which is <c>/admin/inbox/list</c>.</param>
/// <param name="Argument">The one thing it needs, or null.</param>
/// <param name="Help">What it does, in a line.</param>
/// <param name="IsChange">Whether it changes anything: then it is a POST.</param>
/// <param name="Options">What else may be said.</param>
internal sealed record AdminCommand(
    string Name, string? Argument, string Help, bool IsChange, IReadOnlyList<AdminOption> Options, Func<IServiceProvider, AdminCall, CancellationToken, Task<AdminAnswer>> Work)
{
    /// <summary>A command that only looks. Its class is made when it runs: in a terminal the store may be another process's.</summary>
    public static AdminCommand Read<T>(
        string name, string? argument, string help, Func<T, Func<AdminCall, CancellationToken, Task<AdminAnswer>>> work, params IReadOnlyList<AdminOption> options)
        where T : class => new(name, argument, help, IsChange: false, options, (services, call, cancellationToken) => work(services.GetRequiredService<T>())(call, cancellationToken));

    /// <summary>A command that changes something.</summary>
    public static AdminCommand Change<T>(
        string name, string? argument, string help, Func<T, Func<AdminCall, CancellationToken, Task<AdminAnswer>>> work, params IReadOnlyList<AdminOption> options)
        where T : class => Read(name, argument, help, work, options) with { IsChange = true };

    public string Path => "/admin/" + Name.Replace(' ', '/');

    public string Usage => string.Join(' ', new[] { Name, Argument is null ? null : $"<{Argument}>" }.Concat(Options.Select(option => $"[--{option.Name} <{option.Takes}>]")).OfType<string>());

    /// <summary>Runs it, unless something is missing or not of its kind.</summary>
    public async Task<AdminAnswer> RunAsync(IServiceProvider services, AdminCall call, CancellationToken cancellationToken)
    {
        if (call.Values.Keys.FirstOrDefault(key => key != Argument && !Options.Any(option => option.Name == key)) is { } unknown)
            return AdminAnswer.BadInput($"`{Name}` does not know '{unknown}'. Usage: {Usage}");
        if (Argument is not null && string.IsNullOrWhiteSpace(call[Argument]))
            return AdminAnswer.BadInput($"`{Name}` needs {(Argument[0] is 'a' or 'e' or 'i' ? "an" : "a")} {Argument}. Usage: {Usage}");
        if (Argument == "number" && call.Number("number") is null)
            return AdminAnswer.BadInput($"'{call["number"]}' is not a number. Take one from `{Name.Split(' ')[0]} list`.");
        try
        {
            return await Work(services, call, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            return AdminAnswer.Trouble(e.Message);
        }
    }
}
