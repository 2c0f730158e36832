using System.Reflection;

namespace BotHost.Bot;

/// <summary>Decides where each of a handler's parameters comes from.</summary>
internal static class ParameterBinding
{
    public static IReadOnlyList<Parameter> Of(MethodInfo handler, RouteKind kind, EventName? happening, IServiceProviderIsService services, Action<string> problem)
    {
        var parameters = new List<Parameter>();
        foreach (var info in handler.GetParameters())
        {
            void Problem(string text) => problem($"The parameter \"{info.Name}\" {text}");

            if (EventParameter.IsMissing(info, happening, Problem))
            {
                continue;
            }

            if (FromTurnOrContainer(info, kind, services, Problem, out var isWrong) is { } known)
            {
                parameters.Add(known);
            }
            else if (!isWrong && happening is not null)
            {
                EventParameter.Unknown(info, happening, Problem);
            }
            else if (!isWrong && kind == RouteKind.Scheduled)
            {
                parameters.Add(PayloadReader.Of(info));
            }
            else if (!isWrong && (kind == RouteKind.Submit ? SubmitParameter.Of(info, problem) : CommandParameter.Of(info, Problem)) is { } read)
            {
                parameters.Add(read);
            }
        }

        if (kind == RouteKind.Scheduled)
        {
            return PayloadReader.OnlyOne(parameters, problem);
        }

        return kind is RouteKind.Submit or RouteKind.Event ? parameters : CommandParameter.InOrder(parameters, problem);
    }

    private static Parameter? FromTurnOrContainer(
        ParameterInfo info, RouteKind kind, IServiceProviderIsService services, Action<string> problem, out bool isWrong)
    {
        var type = info.ParameterType;
        isWrong = true;
        if (type.IsByRef || type.IsByRefLike || type.IsPointer)
        {
            problem("is passed by reference or is a span. Pass it by value; of a span, make an array.");
            return null;
        }

        if (type == typeof(Submission) && kind != RouteKind.Submit)
        {
            problem("is a Submission, which only a pressed button has. Move the handler to Submit, or remove the parameter.");
            return null;
        }

        if (Scalar.For(type) is null && IsHttp(type))
        {
            problem(
                $"is {TypeNames.Of(type)}. " +
                "A handler may run again, so it reaches Webex through BotContext only, and other services through a class of yours that can drop a repetition.");
            return null;
        }

        var isService = services.IsService(type);
        if (isService && Scalar.For(type) is not null)
        {
            problem(
                $"is {TypeNames.Of(type)}, which is both registered in the container and readable from text. " +
                "Remove one of the two, or wrap it in a type of its own.");
            return null;
        }

        isWrong = false;
        return TurnValues.Knows(type) ? new Parameter(info, ParameterKind.Turn)
            : isService ? new Parameter(info, ParameterKind.Service)
            : null;
    }

    /// <summary>Declared REST interfaces are known by the attributes on their methods.</summary>
    private static bool IsHttp(Type type) =>
        type.IsAssignableTo(typeof(HttpMessageInvoker)) || type.IsAssignableTo(typeof(HttpMessageHandler)) || type == typeof(IHttpClientFactory)
        || (type.IsInterface && type.GetMethods().SelectMany(method => method.CustomAttributes).Any(IsRest));

    private static bool IsRest(CustomAttributeData attribute) => attribute.AttributeType.Namespace == "Refit";
}
