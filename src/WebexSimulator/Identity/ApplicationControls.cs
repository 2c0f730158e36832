using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary><c>/simulator/applications</c>: which applications there are, and one more.</summary>
internal static class ApplicationControls
{
    public static void MapApplicationControls(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (world, applications, options) = (
            services.GetRequiredService<World>(), services.GetRequiredService<ApplicationRegister>(), services.GetRequiredService<SimulatorOptions>());
        routes.MapGet("/simulator/applications", http => All(world, applications).ExecuteAsync(http));
        routes.MapControl(HttpMethods.Post, "/simulator/applications", (_, body) => Add(body, world, applications, options.Seed));
    }

    private static IResult All(World world, ApplicationRegister applications)
    {
        lock (world.Gate) return Answers.Ok(new ListBody<ApplicationBody>([.. applications.All.Select(ApplicationBody.Of)]));
    }

    private static IResult Add(Fields body, World world, ApplicationRegister applications, int seed)
    {
        var name = body.Filled("name") ?? throw Refusal.BadRequest(Texts.Invalid("name"));
        var kind = body.Filled("kind") switch
        {
            null or "integration" => ApplicationKind.Integration,
            "serviceApp" => ApplicationKind.ServiceApp,
            "guestIssuer" => ApplicationKind.GuestIssuer,
            _ => throw Refusal.BadRequest(Texts.Invalid("kind")),
        };
        var redirectUris = body.Texts("redirectUris");
        if (redirectUris.Any(uri => !Uri.TryCreate(uri, UriKind.Absolute, out _))) throw Refusal.BadRequest(Texts.Invalid("redirectUris"));
        var email = body.Filled("email");
        lock (world.Gate)
        {
            if (email is not null && world.People.WithEmail(email) is null) throw Refusal.NotFound(Texts.PersonNotFound);
            var application = BuiltInApplications.New(
                kind,
                new()
                {
                    Name = name,
                    ClientId = body.Filled("clientId"),
                    ClientSecret = body.Filled("clientSecret"),
                    RedirectUris = [.. redirectUris],
                    Scopes = string.Join(' ', body.Texts("scopes")),
                },
                seed);
            if (email is not null) application = application with { OwnerKey = world.People.WithEmail(email)!.Key };
            return applications.TryAdd(application) ? Answers.Ok(ApplicationBody.Of(application)) : throw Refusal.Conflict($"There is an application with the client id {application.ClientId} already: name it otherwise.");
        }
    }
}
