using System.Reflection;

namespace BotHost.Bot;

/// <summary>The parameters of a submit that are read from the card's inputs.</summary>
internal static class SubmitParameter
{
    public static Parameter? Of(ParameterInfo info, Action<string> problem)
    {
        var type = info.Element().Type;
        if (type == typeof(AttachedFile))
        {
            problem($"The parameter \"{info.Name}\" is a file, and a card cannot carry one. Ask for it in a command.");
            return null;
        }

        if (Scalar.For(type) is null && RecordShape.Of(info.ParameterType, problem) is { } record)
        {
            return new Parameter(info, ParameterKind.Record) { Record = record };
        }

        if (Scalar.For(type) is null)
        {
            problem(
                $"The parameter \"{info.Name}\" is {TypeNames.Of(info.ParameterType)}, which is neither registered in the container nor a record of simple values. " +
                "Register it, or make it a record.");
            return null;
        }

        return Field.Of(info, problem) is { } field ? new Parameter(info, ParameterKind.Field) { Field = field } : null;
    }
}
