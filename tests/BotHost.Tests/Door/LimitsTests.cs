using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Door;

/// <summary>The cases shorten the waiting; here is what a host says that nobody has told anything.</summary>
public sealed class LimitsTests
{
    [Fact]
    public async Task A_host_waits_for_nobody_without_end()
    {
        await using var host = BotHostApp.Build(["--BotHost:Listen=http://127.0.0.1:0"]);

        var limits = host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        limits.RequestHeadersTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(30));
        limits.KeepAliveTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(130));
        limits.MinRequestBodyDataRate.ShouldNotBeNull().BytesPerSecond.ShouldBeGreaterThanOrEqualTo(240);
        limits.MinRequestBodyDataRate.GracePeriod.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(5));
        limits.MaxRequestHeadersTotalSize.ShouldBeLessThanOrEqualTo(32 * 1024);
        limits.MaxRequestHeaderCount.ShouldBeLessThanOrEqualTo(100);
    }
}
