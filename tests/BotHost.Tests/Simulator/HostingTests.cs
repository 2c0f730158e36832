using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WebexSimulator;

namespace BotHost.Tests.Simulator;

public sealed class HostingTests
{
    [Fact]
    public async Task Only_its_own_setting_says_where_it_listens()
    {
        await using var app = SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0", "--urls=http://127.0.0.1:1", "--http_ports=2"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        app.Urls.Single().ShouldMatch(@"^http://127\.0\.0\.1:\d{4,5}$");
    }

    [Fact]
    public async Task What_others_should_listen_to_is_no_warning()
    {
        var warnings = new Warnings();
        await using var app = SimulatorApp.Build(
            ["--Simulator:Listen=http://127.0.0.1:0", "--urls=http://127.0.0.1:1", "--http_ports=2"], builder => builder.Logging.AddProvider(warnings));
        await app.StartAsync(TestContext.Current.CancellationToken);
        warnings.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_cannot_be_had_ends_the_program_with_1()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await SimulatorApp.RunAsync([$"--Simulator:Listen={webex.Http.BaseAddress}"])).ShouldBe(1);
    }

    [Fact]
    public void Wrong_settings_are_all_named_at_once()
    {
        var error = Should.Throw<OptionsValidationException>(() => SimulatorApp.Build(
            ["--Simulator:Listen=nowhere", "--Simulator:Webhooks:Retries=-1", "--Simulator:Webhooks:Concurrency=0"]));
        error.Failures.Count().ShouldBe(3);
        Should.Throw<OptionsValidationException>(() => SimulatorApp.Build(["--Simulator:Seed=many"]));
        Should.Throw<OptionsValidationException>(() => SimulatorApp.Build(["--Simulator:Accounts:0:Email=Bob@example.com"]));
        Should.Throw<OptionsValidationException>(() => SimulatorApp.Build(["--Simulator:Accounts:0:Email=erin"]));
    }

    [Fact]
    public async Task Accounts_can_be_added()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Accounts:0:Email", "erin.fox@example.com"), ("Simulator:Accounts:1:Email", "second@webex.bot"));
        (await webex.Alice.GetAsync("people?email=erin.fox@example.com")).Ok().Items.Single().GetProperty("displayName").GetString().ShouldBe("Erin Fox");
        (await webex.Bot.GetAsync("people?email=second@webex.bot")).Ok().Items.Single().GetProperty("type").GetString().ShouldBe("bot");
    }

    private sealed class Warnings : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
