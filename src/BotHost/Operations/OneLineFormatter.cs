using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace BotHost.Operations;

/// <summary>
/// One event, one line, for people: time, level, program, message, number of the event. Control characters in values are shown as
/// escapes, so that nothing a stranger sends can forge a line or move the cursor. An exception follows, indented.
/// </summary>
internal sealed class OneLineFormatter(string? program = null) : ITextFormatter
{
    private static readonly MessageTemplateTextFormatter Message = new("{Message:l}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var line = new StringBuilder()
            .Append(logEvent.Timestamp.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture))
            .Append(' ').Append(Level(logEvent.Level));
        if (!string.IsNullOrEmpty(program))
            line.Append(' ').Append(program);
        using var message = new StringWriter(CultureInfo.InvariantCulture);
        Message.Format(logEvent, message);
        line.Append("  ").Append(message);
        // The number people are told to quote.
        if (logEvent.Properties.TryGetValue("Event", out var value) && value is ScalarValue { Value: long number })
            line.Append(CultureInfo.InvariantCulture, $" #{number}");

        output.WriteLine(Escape(line.ToString()));
        if (logEvent.Exception is { } exception)
            output.WriteLine("    " + Escape(exception.ToString().ReplaceLineEndings("\u2028")).Replace("\\u2028", Environment.NewLine + "    "));
    }

    /// <summary>A text whose control characters are shown instead of obeyed.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            _ = IsUnsafe(c) ? safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : safe.Append(c);
        return safe.ToString();
    }

    private static bool IsUnsafe(char c) => char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;

    private static string Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose or LogEventLevel.Debug => "debug",
        LogEventLevel.Information => "info ",
        LogEventLevel.Warning => "WARN ",
        LogEventLevel.Error => "ERROR",
        _ => "FATAL",
    };
}
