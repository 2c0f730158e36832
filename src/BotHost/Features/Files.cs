using System.Security.Cryptography;
using BotHost.Bot;

namespace BotHost.Features;

/// <summary>A file that comes with a message: what it is, and back again.</summary>
public static class Files
{
    /// <summary>Maps <c>file</c> and <c>file back</c>, each sent with a file.</summary>
    public static void MapFiles(this BotRoutes bot)
    {
        bot.Command("file", DescribeAsync).Describe("Tells of the file you send with it its name, type, size and SHA-256", de: "Sagt von der mitgeschickten Datei Name, Art, Größe und SHA-256").Deadline(TimeSpan.FromMinutes(5));
        bot.Command("file back", ReturnAsync).Describe("Returns the file you send with it", de: "Schickt die mitgeschickte Datei zurück").Deadline(TimeSpan.FromMinutes(5));
    }

    private static async Task<Reply> DescribeAsync([Label("file", De = "Datei")] AttachedFile file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var content = await file.OpenAsync(cancellationToken);
        var (length, buffer) = (0L, new byte[81_920]);
        while (await content.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            hash.AppendData(buffer, 0, count);
            length += count;
        }

        return Reply.Markdown($"""
            - {Texts.Say("FileName", file.Name)}
            - {Texts.Say("FileType", file.ContentType)}
            - {Texts.Say("FileSize", length)}
            - SHA-256: {Convert.ToHexStringLower(hash.GetHashAndReset())}
            """);
    }

    private static async Task<Reply?> ReturnAsync([Label("file", De = "Datei")] AttachedFile file, BotContext context, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await file.OpenAsync(cancellationToken);
            context.Send(await Reply.FileAsync(file.Name, content, file.ContentType, cancellationToken));
            return null;
        }
        catch (ArgumentException e)
        {
            // Larger than Outbox:MaxFileBytes, or of a name or type that Webex would not take.
            return Reply.Text(Texts.Plain("FileNotBack", e.Message));
        }
    }
}
