using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Bot;

/// <summary>One value that the bot remembers. It is kept as JSON; enums by name.</summary>
public sealed class StateValue<T>
{
    /// <summary>Most bytes a value may have as JSON. What is larger belongs into a database of the handler's own.</summary>
    public const int MaxBytes = 64 * 1024;

    private readonly IStateRows _rows;
    private readonly string _owner, _whose, _name;

    internal StateValue(IStateRows rows, string owner, string whose, string name) => (_rows, _owner, _whose, _name) = (rows, owner, whose, name);

    /// <summary>
    /// The value, or the type's default where there is none. What this turn has set is read back. Where another turn changes what this one read
    /// and then sets, the handler runs again.
    /// </summary>
    /// <exception cref="StateUnreadableException">What is stored is not of this type any more.</exception>
    public async Task<T?> GetAsync(CancellationToken cancellationToken = default)
    {
        if (await _rows.ReadAsync(_owner, _name, cancellationToken) is not { } json)
            return default;
        try
        {
            return JsonSerializer.Deserialize<T>(json, StateJson.Options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new StateUnreadableException(_name, _whose, TypeNames.Of(typeof(T)), (e as JsonException)?.Path);
        }
    }

    /// <summary>Sets the value, as it is now: what is changed in the object later is not stored.</summary>
    /// <exception cref="ArgumentException">It is larger than <see cref="MaxBytes"/>, or null.</exception>
    /// <exception cref="InvalidOperationException">The turn is over.</exception>
    public void Set(T value)
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value), "A value is something. Call Delete to have none.");
        var json = JsonSerializer.SerializeToUtf8Bytes(value, StateJson.Options);
        if (json.Length > MaxBytes)
        {
            throw new ArgumentException(
                $"The value \"{_name}\" {_whose} has {json.Length} bytes as JSON, and at most {MaxBytes} are kept. " +
                "Keep less, split it, or use a database of your own.", nameof(value));
        }

        _rows.Write(_owner, _name, json);
    }

    /// <summary>Has none from now on.</summary>
    /// <exception cref="InvalidOperationException">The turn is over.</exception>
    public void Delete() => _rows.Write(_owner, _name, null);
}

/// <summary>A stored value is not of the type that a handler wants: the type was changed.</summary>
public sealed class StateUnreadableException : Exception
{
    internal StateUnreadableException(string name, string whose, string type, string? path)
        : base($"The stored value \"{name}\" {whose} cannot be read as {type}{(path is null ? "" : $" (at {path})")}. " +
            "Change the type so that it reads what is stored, use another name, or call Delete once.")
    {
    }
}

/// <summary>How values are written.</summary>
internal static class StateJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
