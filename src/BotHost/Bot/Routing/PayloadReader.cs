using System.Reflection;
using System.Text.Json;

namespace BotHost.Bot;

/// <summary>The one parameter of a scheduled route that is neither the turn's nor the container's: what was handed over when it was scheduled.</summary>
internal sealed class PayloadReader(IReadOnlyList<Parameter> parameters)
{
    public static IReadOnlyList<Parameter> OnlyOne(IReadOnlyList<Parameter> parameters, Action<string> problem)
    {
        foreach (var second in parameters.Where(parameter => parameter.Kind == ParameterKind.Payload).Skip(1))
        {
            problem(
                $"The parameter \"{second.Info.Name}\" is {TypeNames.Of(second.Info.ParameterType)}, which is not registered in the container, and what was scheduled comes in one value. " +
                "Register it, or make one record of them.");
        }

        return parameters;
    }

    public static Parameter Of(ParameterInfo info) => new(info, ParameterKind.Payload);

    /// <exception cref="PayloadUnreadableException">What was handed over is not of the parameter's type.</exception>
    public Reading Read(Occurrence due)
    {
        var values = new object?[parameters.Count];
        if (parameters.FirstOrDefault(parameter => parameter.Kind == ParameterKind.Payload) is { } payload)
            values[payload.Position] = Read(due, payload);
        return Reading.Of(values);
    }

    private static object? Read(Occurrence due, Parameter payload)
    {
        var type = payload.Info.ParameterType;
        try
        {
            if (due.Data is { } json && JsonSerializer.Deserialize(json, type, StateJson.Options) is { } value)
                return value;
            return payload.IsOptional ? payload.Default : throw new PayloadUnreadableException(due.Route, TypeNames.Of(type), null);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new PayloadUnreadableException(due.Route, TypeNames.Of(type), (e as JsonException)?.Path);
        }
    }
}

/// <summary>A scheduled route does not take what was handed over when it was scheduled: its type was changed since.</summary>
internal sealed class PayloadUnreadableException(string route, string type, string? path) : Exception(
    $"What was scheduled for \"{route}\" cannot be read as {type}{(path is null ? "" : $" (at {path})")}. Change the type so that it reads it, or discard the event.");
