using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BotHost.Operations;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Operations;

/// <summary>Somebody who operates a bot: over HTTP, and in a terminal.</summary>
internal sealed class Operator(TestBot bot) : IDisposable
{
    public const string Token = "operator-token-0123456789";

    private readonly HttpClient _http = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>What a bot is started with to be operated.</summary>
    public static (string, string?)[] Settings => [("Admin:Listen", "http://127.0.0.1:0"), ("Admin:Token", Token)];

    public Uri Address { get; } = bot.Host.Services.GetRequiredService<AdminListener>().Address!;

    /// <summary>The bot's store, by its name: the file, of SQLite.</summary>
    public string Store { get; } = bot.Host.Services.GetRequiredService<IStoreEngine>().Name;

    /// <param name="path">With a query; what is posted goes as a form.</param>
    public async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(HttpMethod method, string path)
    {
        var isPost = method == HttpMethod.Post;
        using var request = new HttpRequestMessage(method, new Uri(Address, "/admin/" + (isPost ? path.Split('?')[0] : path)));
        if (isPost)
            request.Content = new StringContent(path.Split('?')[1], new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await _http.SendAsync(request, Cancelled);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        return (response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    /// <summary>Types a verb, with the settings of the bot.</summary>
    public Task<(int Code, string Output, string Errors)> TypeAsync(params string[] words) =>
        RunAsync([.. words, $"--Admin:Listen={Address}", $"--Admin:Token={Token}", .. Named("Storage:Provider"), .. Named("Storage:ConnectionString")]);

    /// <summary>Types a verb with nothing said but where the file is.</summary>
    public static Task<(int Code, string Output, string Errors)> TypeAsync(string file, string[] words) =>
        RunAsync([.. words, $"--Storage:ConnectionString=Data Source={file};Pooling=False"]);

    /// <summary>As above, for any store.</summary>
    public static Task<(int Code, string Output, string Errors)> TypeAsync(TestStore store, string[] words) =>
        RunAsync([.. words, .. store.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);

    public void Dispose() => _http.Dispose();

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string[] words)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await BotHostApp.RunVerbAsync(VerbLine.Read(words), null, null, output, errors, Cancelled);
        return (code, output.ToString(), errors.ToString());
    }

    private IEnumerable<string> Named(string setting) =>
        bot.Host.Services.GetRequiredService<IConfiguration>()[setting] is { } value ? [$"--{setting}={value}"] : [];
}
