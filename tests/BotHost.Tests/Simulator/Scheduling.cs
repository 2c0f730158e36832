using System.Globalization;

namespace BotHost.Tests.Simulator;

/// <summary>Schedules meetings, as a test does.</summary>
internal static class Scheduling
{
    /// <summary>A time as meetings are asked for and answered with.</summary>
    public static string Wire(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A meeting of half an hour, in an hour unless somebody says when.</summary>
    public static async Task<string> MeetAsync(
        this Account host, DateTimeOffset? at = null, string title = "Daily", string? recurrence = null, string[]? invitees = null, object? more = null) =>
        (await host.ScheduleAsync(at, title, recurrence, invitees, more)).Text("id");

    public static async Task<Answer> ScheduleAsync(
        this Account host, DateTimeOffset? at = null, string title = "Daily", string? recurrence = null, string[]? invitees = null, object? more = null)
    {
        var start = at ?? DateTimeOffset.Parse("2026-03-01T10:00:00Z", CultureInfo.InvariantCulture);
        var meeting = new Dictionary<string, object?>
        {
            ["title"] = title, ["start"] = start.Wire(), ["end"] = start.AddMinutes(30).Wire(), ["recurrence"] = recurrence,
            ["invitees"] = invitees?.Select(email => new { email }).ToArray(),
        };
        foreach (var property in more?.GetType().GetProperties() ?? []) meeting[property.Name] = property.GetValue(more);
        return (await host.PostAsync("meetings", meeting)).Ok();
    }

    public static Task<Answer> PatchAsync(this Account account, string path, object body, string type = "application/json") =>
        account.SendAsync(HttpMethod.Patch, path, System.Net.Http.Json.JsonContent.Create(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type)));

    /// <summary>A GET with headers.</summary>
    public static async Task<Answer> GetAsync(this LocalWebex webex, Account account, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/{path}") { Headers = { Authorization = new("Bearer", account.Token) } };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await webex.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new(response.StatusCode, body, null, new Dictionary<string, string>());
    }
}
