using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BotHost.Benchmarks;

/// <summary>Signed webhook requests as Webex sends them (about 1.1 KB), each with an id of its own, as bytes ready for a socket.</summary>
internal static class Envelopes
{
    public const string Secret = "benchmark-secret-0123456789";

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);

    public static byte[] Request(long number, int port)
    {
        var body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$$"""
            {"id":"{{{{Id("WEBHOOK", "96abc2aa-3dcc-11e5-a152-fe34819cdc9a")}}}}","name":"bothost messages/created","targetUrl":"http://127.0.0.1:{{{{port}}}}/webhooks/webex","resource":"messages","event":"created","orgId":"{{{{Id("ORGANIZATION", "consumer")}}}}","createdBy":"{{{{Id("PEOPLE", "249f74d9-db8a-43ca-896b-879ed240ac53")}}}}","appId":"{{{{Id("APPLICATION", "C32c8077407c6e7df11daf16f228df628bbca49ba52fecbb2c7d515cb4a0cc91aa")}}}}","ownedBy":"creator","status":"active","created":"2026-11-01T17:47:58.233Z","actorId":"{{{{Id("PEOPLE", "f5b36187-c8dd-4727-8b2f-f9c447f29046")}}}}","data":{"id":"{{{{Id("MESSAGE", new Guid((int)(number >> 32), (short)(number >> 16), (short)number, 1, 2, 3, 4, 5, 6, 7, 8).ToString())}}}}","roomId":"{{{{Id("ROOM", $"bbceb1ad-43f1-3b58-9147-{number % 200:d12}")}}}}","roomType":"group","personId":"{{{{Id("PEOPLE", "f5b36187-c8dd-4727-8b2f-f9c447f29046")}}}}","personEmail":"ann@example.com","created":"2026-11-20T17:35:53.507Z"}}
            """));
        var head = $"POST /webhooks/webex HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=UTF-8\r\n"
            + $"X-Spark-Signature: {Convert.ToHexStringLower(HMACSHA1.HashData(Key, body))}\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static string Id(string type, string key) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"ciscospark://us/{type}/{key}")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
