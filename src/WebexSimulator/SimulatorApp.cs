using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WebexSimulator.Hosting;
using WebexSimulator.Meetings;
using WebexSimulator.Model;
using WebexSimulator.State;

namespace WebexSimulator;

/// <summary>The local Webex as a program. Nothing in it belongs to the process, so several can live in one.</summary>
public static class SimulatorApp
{
    /// <summary>Builds a simulator that is not started yet. Once it is, its real address is in <see cref="IServerAddressesFeature"/>.</summary>
    /// <param name="args">Settings as <c>--Simulator:Listen=http://127.0.0.1:0</c>; they outrank the environment.</param>
    /// <param name="configure">The last word on settings, services and logging: a <see cref="TimeProvider"/>, for instance.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message says which and what to write instead.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // The empty builder reads no appsettings.json, which beside us may be the bot's, and no ASPNETCORE_URLS.
        var builder = WebApplication.CreateEmptyBuilder(new()
        {
            ApplicationName = typeof(SimulatorApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // The last line hides what is meant for whoever else runs here, which the server would else warn that it overrides.
        builder.Configuration.AddEnvironmentVariables().AddCommandLine(args)
            .AddInMemoryCollection([new("urls", null), new("http_ports", null), new("https_ports", null)]);
        builder.Logging.AddQuietConsole();
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, HostedByOthers>());
        builder.Services.AddSimulator();
        configure?.Invoke(builder);

        var options = builder.ReadOptions();
        builder.Services.AddOptionsOf(options);
        builder.WebHost.ListenOnlyOn(ListenAddress.Read(options.Listen)!);

        var app = builder.Build();
        Accounts.Open(app.Services.GetRequiredService<World>(), options);
        app.Services.GetRequiredService<StateFile>().Read();
        app.Services.WatchMeetings();
        app.UseSimulator();
        return app;
    }

    /// <summary>Runs the program until Ctrl-C.</summary>
    /// <returns>0; or 1 when it could not start, and stderr says why.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args, builder => builder.Host.UseConsoleLifetime(console => console.SuppressStatusMessages = true));
            return await RunAsync(app);
        }
        catch (OptionsValidationException exception)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, exception.Failures));
            return 1;
        }
    }

    private static async Task<int> RunAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Taken, forbidden, or no address of this machine.
            var listen = app.Services.GetRequiredService<SimulatorOptions>().Listen;
            await Console.Error.WriteLineAsync(
                $"Cannot listen on {listen} ({exception.Message.TrimEnd('.')}): set Simulator:Listen to another address, for example --Simulator:Listen=http://127.0.0.1:7071.");
            return 1;
        }
        await Welcome.WriteAsync(Console.Out, app);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
