using System.Net.Http.Headers;
using System.Text;

namespace BotHost.Tests.Simulator;

/// <summary>Posting files, and reading them as they are.</summary>
internal static class Uploads
{
    public static Task<Answer> UploadAsync(this Account account, string roomId, string name, byte[] content, string type = "image/png", string? text = null) =>
        account.SendAsync(HttpMethod.Post, "messages", Form(roomId, text, (name, content, type)));

    public static MultipartFormDataContent Form(string roomId, string? text, params (string Name, byte[] Content, string Type)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(roomId), "roomId" } };
        if (text is not null) form.Add(new StringContent(text), "text");
        foreach (var (name, content, type) in files)
        {
            var part = new ByteArrayContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
            // As browsers and Python's requests write it: the name in plain UTF-8.
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{Raw(name)}\"");
            form.Add(part);
        }
        return form;
    }

    public static async Task<HttpResponseMessage> DownloadAsync(this LocalWebex webex, Account account, string url, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, url) { Headers = { Authorization = new("Bearer", account.Token) } };
        return await webex.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    // The client writes headers in Latin-1.
    private static string Raw(string name) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name));
}
