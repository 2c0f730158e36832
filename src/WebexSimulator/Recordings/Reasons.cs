using WebexSimulator.Http;

namespace WebexSimulator.Recordings;

/// <summary>Why something is deleted. It is asked of compliance officers, and kept nowhere.</summary>
internal static class Reasons
{
    private const int LongestComment = 255;

    public static void Check(Fields? body)
    {
        _ = body?.Text("reason");
        if (body?.Text("comment") is { Length: > LongestComment }) throw Refusal.BadRequest(Texts.Invalid("comment"));
    }
}
