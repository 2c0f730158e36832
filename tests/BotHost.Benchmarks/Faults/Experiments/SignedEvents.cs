using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace BotHost.Benchmarks.Faults;

/// <summary>
/// Delivers webhooks as Webex does: signed, many at a time, each once, whatever the answer. They tell of messages that were deleted
/// before anybody could read them, so that each costs the host one look at Webex and no reply.
/// </summary>
internal sealed class SignedEvents(World world) : IDisposable
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(World.Secret);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Lock _gate = new();
    private int _number;

    /// <summary>The messages whose webhooks were answered with 200.</summary>
    public HashSet<string> Acknowledged { get; } = [];

    public int Sent => _number;

    /// <summary>Answers that were neither 200 nor missing, by status.</summary>
    public Dictionary<HttpStatusCode, int> Refused { get; } = [];

    /// <summary>Sends one after the other over several connections, until told to stop or so many were sent.</summary>
    public Task SendAsync(int connections, int most, CancellationToken stop)
    {
        var last = _number + most;
        return Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested && Interlocked.Increment(ref _number) is var number && number <= last)
                await SendAsync(number);
        }, CancellationToken.None)));
    }

    /// <summary>Sends one.</summary>
    /// <returns>The answer, or null where there was none.</returns>
    public Task<HttpStatusCode?> SendOneAsync() => SendAsync(Interlocked.Increment(ref _number));

    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode?> SendAsync(int number)
    {
        var message = Id("MESSAGE", new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        var body = Encoding.UTF8.GetBytes($$$"""
            {"id":"w","name":"w","resource":"messages","event":"created","createdBy":"{{{world.Webex.Bot.PersonId}}}","actorId":"{{{world.Webex.Person(0).PersonId}}}","data":{"id":"{{{message}}}","roomId":"{{{Id("ROOM", new Guid(number % 200, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 2))}}}","personId":"{{{world.Webex.Person(0).PersonId}}}"}}
            """);
        using var request = new HttpRequestMessage(HttpMethod.Post, world.Door) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Spark-Signature", Convert.ToHexStringLower(HMACSHA1.HashData(Key, body)));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            lock (_gate)
            {
                if (response.StatusCode == HttpStatusCode.OK)
                    Acknowledged.Add(message);
                else
                    Refused[response.StatusCode] = Refused.GetValueOrDefault(response.StatusCode) + 1;
            }

            return response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    private static string Id(string type, Guid key) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"ciscospark://us/{type}/{key}")).TrimEnd('=');
}
