namespace WebexSimulator.Http;

/// <summary>
/// What Webex answers when it does not do what it was asked: a status and a text. Thrown, because a rule may say no at any depth and the
/// answer always has the same shape; <see cref="ApiPipeline"/> writes it.
/// </summary>
internal sealed class Refusal(int status, string text, TimeSpan? retryAfter = null) : Exception(text)
{
    public int Status => status;

    /// <summary>When to ask again, where Webex says so.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    public static Refusal BadRequest(string text = Texts.Malformed) => new(StatusCodes.Status400BadRequest, text);

    public static Refusal Forbidden(string text) => new(StatusCodes.Status403Forbidden, text);

    public static Refusal NotFound(string text = Texts.NotFound) => new(StatusCodes.Status404NotFound, text);

    public static Refusal Conflict(string text) => new(StatusCodes.Status409Conflict, text);
}
