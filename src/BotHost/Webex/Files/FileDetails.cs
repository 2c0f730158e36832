namespace BotHost.Webex;

/// <summary>What is known of a file without its bytes.</summary>
/// <param name="Name">As its sender called it, without any path, and still nothing to name a file on disk by; null when Webex does not say.</param>
/// <param name="ContentType">Such as <c>image/png</c>: the sender's word.</param>
/// <param name="Length">In bytes; null when Webex does not say.</param>
internal sealed record FileDetails(string? Name, string? ContentType, long? Length)
{
    public static FileDetails Of(HttpResponseMessage response)
    {
        var headers = response.Content.Headers;
        return new FileDetails(FileName.Of(headers), headers.ContentType?.MediaType, headers.ContentLength);
    }

    /// <summary>The type alone: names of files stay out of logs.</summary>
    public override string ToString() => $"File {ContentType}";
}
