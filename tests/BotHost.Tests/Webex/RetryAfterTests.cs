using System.Net;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class RetryAfterTests
{
    private readonly FakeClock clock = new();

    [Theory]
    [InlineData("7", 7)]
    [InlineData(" 7 ", 7)]
    [InlineData("1.5", 1.5)]
    [InlineData(null, 15)]
    [InlineData("", 15)]
    [InlineData("0", 1)]
    [InlineData("-5", 1)]
    [InlineData("60", 60)]
    [InlineData("9999", 60)]
    [InlineData("99999999999999999999999999", 60)]
    [InlineData("soon", 15)]
    [InlineData("NaN", 15)]
    [InlineData("1,000", 15)]
    [InlineData("7 seconds", 15)]
    [InlineData("Sat, 21 Nov 2026 12:00:20 GMT", 20)]
    [InlineData("Sat, 21 Nov 2026 11:00:00 GMT", 1)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 60)]
    [InlineData("Sun, 21 Nov 2026 12:00:20 GMT", 15)]
    public void Whatever_arrives_becomes_a_sensible_time(string? header, double seconds) =>
        Of(HttpStatusCode.TooManyRequests, ("Retry-After", header)).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void A_date_is_held_against_Webexs_clock_not_ours() =>
        Of(HttpStatusCode.TooManyRequests, ("Retry-After", "Tue, 24 Nov 2026 12:00:20 GMT"), ("Date", "Tue, 24 Nov 2026 12:00:00 GMT"))
            .ShouldBe(TimeSpan.FromSeconds(20));

    [Fact]
    public void The_cap_is_a_setting()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.Add("Retry-After", "9999");

        RetryAfter.Of(response, TimeSpan.FromMinutes(10), clock).ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void Only_what_is_asked_for_counts_with_other_answers()
    {
        Of(HttpStatusCode.ServiceUnavailable).ShouldBeNull();
        Of(HttpStatusCode.ServiceUnavailable, ("Retry-After", "9")).ShouldBe(TimeSpan.FromSeconds(9));
        Of(HttpStatusCode.Locked).ShouldBe(TimeSpan.FromSeconds(15));
    }

    private TimeSpan? Of(HttpStatusCode status, params (string Name, string? Value)[] headers)
    {
        using var response = new HttpResponseMessage(status);
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return RetryAfter.Of(response, TimeSpan.FromSeconds(60), clock);
    }
}
