using ModelContextProtocol;
using Serilog;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace BotHost.Operations;

internal static class LogServices
{
    /// <summary>Logs to the console, as <see cref="LogOptions"/> says. Levels are Serilog's own section, <c>Serilog:MinimumLevel</c>.</summary>
    public static ILoggingBuilder AddConsoleLog(this ILoggingBuilder logging, IConfiguration configuration)
    {
        var options = configuration.GetSection("Log").Get<LogOptions>() ?? new LogOptions();
        ITextFormatter format = options.Format == "Json" ? new JsonFormatter(renderMessage: true) : new OneLineFormatter(options.Program);
        var levels = new LoggerConfiguration().MinimumLevel.Is(LogEventLevel.Information);
        try
        {
            levels.ReadFrom.Configuration(configuration);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new StartupException($"The section Serilog cannot be used: {e.Message} Levels are Verbose, Debug, Information, Warning, Error and Fatal.");
        }

        var logger = levels
            .Enrich.FromLogContext()
            .Filter.ByExcluding(IsSaidOtherwise)
            .WriteTo.Console(format)
            .CreateLogger();
        return logging.AddSerilog(logger, dispose: true);
    }

    /// <summary>
    /// Why the host does not start is said in a sentence on standard error; that ambient addresses are ignored is documented. What an agent
    /// gets wrong (a tool that is none) is the answer to it: were it an error here, agents could fill the log with them.
    /// </summary>
    private static bool IsSaidOtherwise(LogEvent line) =>
        line.Exception is McpProtocolException || line.MessageTemplate.Text == "Hosting failed to start" || line.MessageTemplate.Text.StartsWith("Overriding ", StringComparison.Ordinal);
}
