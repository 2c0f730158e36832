using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using WebexSimulator.Faults;
using WebexSimulator.Http;

namespace WebexSimulator.Control;

/// <summary>Answers of the controls: JSON, and where something is wrong with a request, what.</summary>
internal static class ControlAnswer
{
    public static IResult Ok<T>(T body, int status = StatusCodes.Status200OK) => Results.Json(body, Type<T>(), statusCode: status);

    public static IResult Wrong(string message, int status = StatusCodes.Status400BadRequest) => Ok(new ControlError(message), status);

    /// <summary>Reads a body; a field it does not know is an error, as it would else be a fault that is never injected.</summary>
    public static async Task<(T? Body, string? Error)> ReadAsync<T>(HttpRequest request) where T : class
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, Type<T>(), request.HttpContext.RequestAborted);
            return (body, body is null ? "The body is empty." : null);
        }
        catch (JsonException exception)
        {
            return (null, exception.Message);
        }
    }

    private static JsonTypeInfo<T> Type<T>() => (JsonTypeInfo<T>)ControlJson.Default.GetTypeInfo(typeof(T))!;
}

internal sealed record ControlError(string Message);

/// <summary>What the controls read and write. Faults are read from the settings by it too.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters = [typeof(WireTime)])]
[JsonSerializable(typeof(ControlError))]
[JsonSerializable(typeof(ClockBody))]
[JsonSerializable(typeof(ClockOrder))]
[JsonSerializable(typeof(LedgerTotals))]
[JsonSerializable(typeof(IReadOnlyList<FaultRule>))]
[JsonSerializable(typeof(ListBody<FaultState>))]
internal sealed partial class ControlJson : JsonSerializerContext;
