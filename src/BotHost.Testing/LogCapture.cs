using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BotHost.Testing;

/// <summary>A line the bot logged.</summary>
public sealed record LoggedLine(LogLevel Level, string Category, string Message, Exception? Exception);

internal sealed class LogCapture : ILoggerProvider
{
    private readonly ConcurrentQueue<LoggedLine> _lines = [];
    private readonly ConcurrentQueue<LoggedLine> _warnings = [];

    public IReadOnlyCollection<LoggedLine> Lines => _lines;

    public void ForgetWarnings() => _warnings.Clear();

    /// <param name="failed">What the test has thrown before: it comes first.</param>
    public void ThrowIfWarned(Exception? failed)
    {
        if (!_warnings.IsEmpty)
            throw new InvalidOperationException((failed is null ? "" : failed.Message + Environment.NewLine + Environment.NewLine + "Besides: ")
                + "The bot logged what the test did not expect (else: ExpectWarnings()):" + Environment.NewLine + string.Join(Environment.NewLine, _warnings.Select(l => $"{l.Level} {l.Category}: {l.Message} {l.Exception} {l.Exception?.InnerException?.Message}")), failed);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new LoggedLine(logLevel, category, formatter(state, exception), exception);
            // Whoever waits for the line may say that it was meant to happen.
            if (logLevel >= LogLevel.Warning)
                capture._warnings.Enqueue(line);
            capture._lines.Enqueue(line);
        }
    }
}
