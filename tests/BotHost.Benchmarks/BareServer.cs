using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotHost.Benchmarks;

/// <summary>The least a webhook receiver can do: read the body, check its HMAC, answer. What the door is measured against.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var key = Encoding.UTF8.GetBytes(Envelopes.Secret);
        await using var app = builder.Build();
        app.MapPost("/webhooks/webex", async context =>
        {
            var reader = context.Request.BodyReader;
            var read = await reader.ReadAsync(context.RequestAborted);
            while (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                read = await reader.ReadAsync(context.RequestAborted);
            }

            var body = read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.End);
            var claimed = Convert.FromHexString(context.Request.Headers["X-Spark-Signature"].ToString());
            context.Response.StatusCode = CryptographicOperations.FixedTimeEquals(HMACSHA1.HashData(key, body), claimed)
                ? StatusCodes.Status200OK
                : StatusCodes.Status401Unauthorized;
        });
        await app.RunAsync();
        return 0;
    }
}
