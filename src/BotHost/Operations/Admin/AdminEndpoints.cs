using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BotHost.Operations;

internal static class AdminEndpoints
{
    public static IServiceCollection AddOperators(this IServiceCollection services)
    {
        services.AddOptions<AdminOptions>().BindConfiguration("Admin").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AdminOptions>, AdminOptionsValidator>();
        return services
            .AddSingleton<AdminToken>()
            .AddSingleton<Audit>()
            .AddSingleton<InboxCommands>()
            .AddSingleton<OutboxCommands>()
            .AddSingleton<ScheduleCommands>()
            .AddSingleton<HookCommands>()
            .AddSingleton<ApprovalCommands>()
            .AddSingleton<AuditCommands>()
            .AddSingleton<AgentChanges>()
            .AddSingleton<AgentCommands>()
            .AddSingleton<AgentGrantCommands>()
            .AddSingleton<AgentKeyCommands>()
            .AddSingleton<IdentityCommands>()
            .AddSingleton<StoreCommands>()
            .AddSingleton<PersonCommands>()
            .AddHostedService<AgentIdentities>()
            .AddHostedService<AdminNotice>();
    }

    /// <summary>Every command as a path below <c>/admin</c>: <c>GET /admin/inbox/list?state=dead</c>; <c>POST /admin/inbox/retry</c> with the form <c>number=12</c>.</summary>
    public static void MapAdmin(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/admin/{group}/{verb}/{third?}", [HttpMethods.Get, HttpMethods.Post], AnswerAsync);

    private static async Task<IResult> AnswerAsync(string group, string verb, string? third, HttpContext context)
    {
        if (AdminCommands.Find(third is null ? $"{group} {verb}" : $"{group} {verb} {third}") is not { } command)
            return Results.NotFound();
        if (HttpMethods.IsPost(context.Request.Method) != command.IsChange)
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);

        // What changes something says to whom in its body: a path with its query ends up in logs.
        IEnumerable<KeyValuePair<string, StringValues>> said = !command.IsChange ? context.Request.Query
            : context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : [];
        var values = said.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var answer = await command.RunAsync(context.RequestServices, new AdminCall("admin", values), context.RequestAborted).ConfigureAwait(false);
        if (answer.Follow is { } follow)
            (context.Response.Headers[AdminClient.TicketHeader], context.Response.Headers.RetryAfter) = (follow.Ticket, follow.After.TotalSeconds.ToString("0", CultureInfo.InvariantCulture));
        return context.Request.Headers.Accept.ToString().StartsWith("text/plain", StringComparison.Ordinal)
            ? Results.Text(answer.ToText(), statusCode: (int)answer.Outcome)
            : Results.Json(answer.ToJson(), statusCode: (int)answer.Outcome);
    }
}
