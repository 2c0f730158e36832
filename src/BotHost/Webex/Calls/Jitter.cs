namespace BotHost.Webex;

/// <summary>Chance, so that callers who failed together do not try again together. Safe to share, unlike <see cref="Random"/>.</summary>
internal sealed class Jitter(Random random)
{
    private readonly Lock drawing = new();

    public double Next()
    {
        lock (drawing)
            return random.NextDouble();
    }
}
