using System.Text;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>
/// A fault as it may be logged: what it is, and where. What it says is left out, since it may quote what a person wrote, as that
/// of a number that cannot be parsed does. The whole fault is its <see cref="Exception.InnerException"/>.
/// </summary>
internal sealed class UnquotedException(Exception fault) : Exception(fault.GetType().Name, fault)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var cause = InnerException; cause is not null; cause = cause.InnerException)
        {
            text.Append(text.Length > 0 ? $"{Environment.NewLine}because of " : "");
            // The client's own exceptions quote nothing, and tell more.
            text.Append(cause is WebexException ? cause.ToString() : $"{cause.GetType()}{Environment.NewLine}{cause.StackTrace}");
        }

        return text.ToString();
    }
}
