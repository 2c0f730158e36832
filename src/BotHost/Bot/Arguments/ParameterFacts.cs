using System.Reflection;
using System.Runtime.CompilerServices;

namespace BotHost.Bot;

/// <summary>What a parameter's declaration says beside its type.</summary>
internal static class ParameterFacts
{
    /// <summary>It remembers what it has seen, and is for one thread.</summary>
    [ThreadStatic]
    private static NullabilityInfoContext? _nullability;

    /// <summary>Nullable or defaulted.</summary>
    public static bool IsOptional(this ParameterInfo parameter) =>
        parameter.HasDefaultValue
        || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!parameter.ParameterType.IsValueType && (_nullability ??= new()).Create(parameter).WriteState == NullabilityState.Nullable);

    /// <summary>What an optional parameter gets when it is left out.</summary>
    public static object? DefaultOf(this ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        if (value is null or DBNull)
        {
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? RuntimeHelpers.GetUninitializedObject(type) : null;
        }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? Enum.ToObject(plain, value) : value;
    }

    /// <summary>What people call it.</summary>
    public static Caption Caption(this ParameterInfo parameter) =>
        parameter.GetCustomAttribute<LabelAttribute>() is { } label
            ? new Caption(label.Text, label.De)
            : new Caption(Words.Spaced(parameter.Name ?? "value"));

    /// <summary>The type of one value, and whether there may be several.</summary>
    public static (Type Type, bool IsMany) Element(this ParameterInfo parameter) =>
        parameter.ParameterType is { IsSZArray: true } array ? (array.GetElementType()!, true) : (parameter.ParameterType, false);
}
