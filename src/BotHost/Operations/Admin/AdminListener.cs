using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BotHost.Operations;

/// <summary>
/// The operators' own listener. Which listener a connection came in by is noted on the connection itself; what a request says about
/// itself (Host, X-Forwarded-…) decides nothing.
/// </summary>
internal sealed class AdminListener
{
    private ListenOptions? _bound;

    /// <summary>Where it listens, with the port that was really bound; null where no token is configured.</summary>
    public Uri? Address => _bound?.IPEndPoint is { } bound ? new Uri($"http://{bound}") : null;

    /// <summary>Opens the listener, where a token is configured.</summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        var listener = new AdminListener();
        builder.Services.AddSingleton(listener);
        var options = builder.Configuration.GetSection("Admin").Get<AdminOptions>() ?? new AdminOptions();
        // A wrong address is told with everything else that is wrong, before anything listens.
        if (!options.IsOn || !Listening.IsAddress(options.Listen, out var uri))
            return;

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(Listening.EndPoint(uri), listen =>
        {
            listener._bound = listen;
            listen.Use(next => connection =>
            {
                connection.Features.Set(listener);
                return next(connection);
            });
        }));
    }

    /// <summary>Whether a request came in by this listener.</summary>
    public static bool IsDoorOf(HttpContext context) => context.Features.Get<AdminListener>() is not null;
}
