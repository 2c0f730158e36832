using System.Reflection;
using System.Runtime.CompilerServices;

namespace BotHost.Bot;

/// <summary>A handler's delegate, made fast to call, and what becomes of what it returns.</summary>
internal sealed class Handler
{
    private readonly MethodInfo _method;
    private readonly object? _target;
    private readonly Func<object?, ValueTask<object?>> _result;

    private Handler(Delegate handler, Func<object?, ValueTask<object?>> result) =>
        (_method, _target, _result) = (handler.Method, handler.Target, result);

    /// <summary>Made when it is first needed: a start does not wait for it.</summary>
    private MethodInvoker Invoker => field ??= MethodInvoker.Create(_method);

    /// <summary>The handler; null, with the problem reported, where it returns what cannot be a reply.</summary>
    public static Handler? Of(Delegate handler, Action<string> problem)
    {
        var method = handler.Method;
        if (method.IsStatic && handler.Target is not null)
        {
            problem("The handler is an extension method bound to an object. Write it as a lambda: (…) => x.Method(…).");
            return null;
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            problem("The handler is async void, so nobody could await it. Return Task.");
            return null;
        }

        if (HandlerResult.Reader(method.ReturnType) is { } result)
        {
            return new Handler(handler, result);
        }

        problem(
            $"The handler returns {TypeNames.Of(method.ReturnType)}. " +
            "Return nothing, a string, a Reply, a MarkdownText, a Card, an IEnumerable<Reply>, or a Task or ValueTask of these.");
        return null;
    }

    /// <summary>
    /// Runs the handler. What it returns is sent, but for the last reply, which is handed on. Its exceptions come out as they are.
    /// </summary>
    public async ValueTask<Reply?> RunAsync(BotContext context, object?[] arguments)
    {
        var returned = await _result(Invoker.Invoke(_target, arguments.AsSpan()));
        switch (returned)
        {
            case string text:
                return text;
            case MarkdownText markdown:
                return markdown;
            case Card card:
                return card;
            case IEnumerable<Reply> replies:
                Reply? last = null;
                foreach (var reply in replies)
                {
                    if (last is not null)
                    {
                        context.Send(last);
                    }

                    last = reply;
                }

                return last;
            default:
                return returned as Reply;
        }
    }
}
