using System.Reflection;

namespace BotHost.Bot;

/// <summary>The parameters of an event's handler: nothing is read from a text, so each must be there.</summary>
internal static class EventParameter
{
    private static readonly Type[] OnlyEvents = [typeof(WebexEvent), typeof(Member), typeof(Space), typeof(Meeting)];

    /// <summary>Reports a parameter for which this kind of turn never has a value.</summary>
    public static bool IsMissing(ParameterInfo info, EventName? happening, Action<string> problem)
    {
        var type = info.ParameterType;
        if (happening is null)
        {
            if (!OnlyEvents.Contains(type))
                return false;
            problem($"is {TypeNames.Of(type)}, which only an event has. Move the handler to On…, or ask the context.");
            return true;
        }

        var isMissing = type == typeof(Room) ? !happening.HasRoom
            : type == typeof(Incoming) ? happening.Resource != "messages"
            : type == typeof(Member) ? happening.Resource != "memberships"
            : type == typeof(Meeting) ? happening is not { Resource: "meetings", Event: not "deleted" }
            : type == typeof(Space) && happening is not { Resource: "rooms", Event: "created" or "updated" };
        if (isMissing)
            problem($"is {TypeNames.Of(type)}, which {happening} does not have. Take WebexEvent and look into its Data.");
        return isMissing;
    }

    /// <summary>What is neither of the turn nor registered.</summary>
    public static void Unknown(ParameterInfo info, EventName happening, Action<string> problem) => problem(
        $"is {TypeNames.Of(info.ParameterType)}, which is not registered in the container, and nothing is written or filled in where {happening} happens. " +
        "Register it, or take WebexEvent and look into its Data.");
}
