using System.Reflection;

namespace BotHost.Bot;

/// <summary>Which return types a handler may have, and how the value is got out of them.</summary>
internal static class HandlerResult
{
    /// <summary>Null where the type is not one of them.</summary>
    public static Func<object?, ValueTask<object?>>? Reader(Type type)
    {
        if (type == typeof(void) || IsReply(type))
        {
            return ValueTask.FromResult;
        }

        if (type == typeof(Task))
        {
            return AwaitTask;
        }

        if (type == typeof(ValueTask))
        {
            return AwaitValueTask;
        }

        if (!type.IsGenericType || !IsReply(type.GenericTypeArguments[0]))
        {
            return null;
        }

        var generic = type.GetGenericTypeDefinition();
        return generic == typeof(Task<>) ? Awaiter(nameof(AwaitTaskOf), type)
            : generic == typeof(ValueTask<>) ? Awaiter(nameof(AwaitValueTaskOf), type)
            : null;
    }

    private static bool IsReply(Type type) =>
        type == typeof(string) || type == typeof(Reply) || type == typeof(MarkdownText) || type == typeof(Card)
        || type.IsAssignableTo(typeof(IEnumerable<Reply>));

    private static Func<object?, ValueTask<object?>> Awaiter(string method, Type task) =>
        typeof(HandlerResult).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(task.GenericTypeArguments[0])
            .CreateDelegate<Func<object?, ValueTask<object?>>>();

    private static async ValueTask<object?> AwaitTask(object? task)
    {
        await (Task)task!;
        return null;
    }

    private static async ValueTask<object?> AwaitValueTask(object? task)
    {
        await (ValueTask)task!;
        return null;
    }

    private static async ValueTask<object?> AwaitTaskOf<T>(object? task) => await (Task<T>)task!;

    private static async ValueTask<object?> AwaitValueTaskOf<T>(object? task) => await (ValueTask<T>)task!;
}
