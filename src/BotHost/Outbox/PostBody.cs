using System.Text.Json;
using System.Text.Json.Serialization;
using BotHost.Webex;

namespace BotHost.Outbox;

/// <summary>A message with a file, without the file's bytes.</summary>
internal sealed record FilePost(NewMessage Message, string Name, string ContentType);

/// <summary>The body of an effect that posts, as it is stored.</summary>
internal static class PostBody
{
    public static byte[] Of(NewMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, WebexJson.For<NewMessage>());

    public static byte[] Of(FilePost post) => JsonSerializer.SerializeToUtf8Bytes(post, OutboxJson.Default.FilePost);

    /// <summary>The message that an effect posts, its file included.</summary>
    public static NewMessage MessageOf(Effect effect)
    {
        if (effect.Kind != EffectKind.File)
            return JsonSerializer.Deserialize(effect.Body, WebexJson.For<NewMessage>())!;
        var post = JsonSerializer.Deserialize(effect.Body, OutboxJson.Default.FilePost)!;
        return post.Message with { File = new FileUpload(post.Name, new MemoryStream(effect.File ?? [], writable: false), post.ContentType) };
    }

    /// <summary>The body of an effect with another message.</summary>
    public static byte[] With(Effect effect, NewMessage message) => effect.Kind == EffectKind.File
        ? Of(JsonSerializer.Deserialize(effect.Body, OutboxJson.Default.FilePost)! with { Message = message with { File = null } })
        : Of(message);
}

/// <summary>What the outbox stores that does not cross the wire as it is.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FilePost))]
internal sealed partial class OutboxJson : JsonSerializerContext;
