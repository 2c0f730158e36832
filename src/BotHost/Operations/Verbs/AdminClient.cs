using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>What came of asking a host.</summary>
/// <param name="IsAnswered">Whether one was there.</param>
/// <param name="Follow">Set where the command is not over.</param>
internal readonly record struct AdminReply(bool IsAnswered, bool Succeeded, string Text, AdminFollow? Follow = null)
{
    public static AdminReply None(string why) => new(false, false, why);
}

/// <summary>Asks the host that works on the store to run a command.</summary>
internal static class AdminClient
{
    /// <summary>What a command that is not over is asked after with, beside <c>Retry-After</c>.</summary>
    public const string TicketHeader = "X-Ticket";

    public static async Task<AdminReply> AskAsync(
        IServiceProvider services, AdminCommand command, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var listen = services.GetRequiredService<IOptions<AdminOptions>>().Value.Listen;
        if (services.GetRequiredService<AdminToken>().Current is not { } token)
            return AdminReply.None("A host holds the store, so it must be asked, and no Admin:Token is set. Start the host with one and give the same here, or stop the host.");
        if (!Listening.IsAddress(listen, out var address) || address.Port == 0)
            return AdminReply.None($"A host holds the store, and Admin:Listen ({listen}) does not say where to ask it. Give its port: --Admin:Listen=http://127.0.0.1:5081");

        var end = Listening.EndPoint(address);
        if (end.Address.Equals(IPAddress.Any) || end.Address.Equals(IPAddress.IPv6Any))
            end.Address = end.Address.Equals(IPAddress.Any) ? IPAddress.Loopback : IPAddress.IPv6Loopback;
        // A back-up of a large store takes its time.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromHours(1) };
        using var request = command.IsChange
            ? new HttpRequestMessage(HttpMethod.Post, $"http://{end}{command.Path}") { Content = new FormUrlEncodedContent(values) }
            : new HttpRequestMessage(HttpMethod.Get, $"http://{end}{command.Path}{new QueryBuilder(values)}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return response.StatusCode switch
            {
                HttpStatusCode.Unauthorized => new AdminReply(true, false, $"The host at http://{end} refused the token. Give it the same Admin:Token as the host."),
                _ when text.Length == 0 => new AdminReply(true, false, $"What listens at http://{end} answered {(int)response.StatusCode}. Is it this bot's Admin:Listen, and of this version?"),
                _ => new AdminReply(true, response.IsSuccessStatusCode, text, FollowOf(response)),
            };
        }
        catch (HttpRequestException e)
        {
            return AdminReply.None($"A host holds the store, and nobody answers at http://{end} ({e.Message}). Start the host with Admin:Token and Admin:Listen as given here, or stop it.");
        }
    }

    private static AdminFollow? FollowOf(HttpResponseMessage response) => response.Headers.TryGetValues(TicketHeader, out var tickets)
        ? new AdminFollow(tickets.First(), response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(2)) : null;
}
