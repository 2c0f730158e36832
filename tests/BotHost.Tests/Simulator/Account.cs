using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>Somebody with a token, calling the API.</summary>
internal sealed class Account(HttpClient http, string? token, JsonElement account)
{
    public string Id => account.GetProperty("personId").GetString()!;
    public string Email => account.GetProperty("email").GetString()!;
    public string OrgId => account.GetProperty("orgId").GetString()!;
    public string Token => token!;

    /// <summary>In place of a token: a name and a password, joined by a colon.</summary>
    public string? Basic { get; init; }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <summary>Posts a message and gives its id.</summary>
    public async Task<string> SayAsync(string roomId, string markdown) => (await PostAsync("messages", new { roomId, markdown })).Ok().Text("id");

    public async Task<int> StatusAsync(string path) => (int)(await GetAsync(path)).Status;

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        var url = path.StartsWith("http", StringComparison.Ordinal) ? path : $"/v1/{path}";
        using var request = new HttpRequestMessage(method, url) { Content = content };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        if (Basic is not null) request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Basic)));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        // Before it is parsed, and so tidied.
        var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var body = text.Length == 0 || type is not "application/json;charset=UTF-8" ? default : JsonElement.Parse(text);
        if (response.IsSuccessStatusCode && body.ValueKind is JsonValueKind.Object)
            AnswerCheck.Deviations(method.Method, response.RequestMessage!.RequestUri!.AbsolutePath["/v1".Length..], body).ShouldBeEmpty();
        return new(
            response.StatusCode, body, type,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>What the API answered.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public IReadOnlyList<JsonElement> Items => [.. Body.GetProperty("items").EnumerateArray()];

    public string? Next => Headers.TryGetValue("Link", out var link) ? link.Split('<', '>')[1] : null;

    public string Text(string field) => Body.GetProperty(field).GetString()!;

    public bool Flag(string field) => Body.GetProperty(field).GetBoolean();

    public string[] Texts(string field) => [.. Body.GetProperty(field).EnumerateArray().Select(item => item.GetString()!)];

    public bool Has(string field) => Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty(field, out _);

    public Answer Ok()
    {
        Status.ShouldBe(HttpStatusCode.OK, Body.ToString());
        return this;
    }

    public void Deleted() => Status.ShouldBe(HttpStatusCode.NoContent, Body.ToString());

    public void Refused(int status, string? text = null)
    {
        ((int)Status).ShouldBe(status, Body.ToString());
        if (text is not null) Text("message").ShouldBe(text);
    }
}
