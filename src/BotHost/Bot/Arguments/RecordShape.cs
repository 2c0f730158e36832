using System.Reflection;
using System.Text.Json;

namespace BotHost.Bot;

/// <summary>A record as a form: its constructor's parameters are the fields.</summary>
internal sealed record RecordShape(ConstructorInvoker Constructor, IReadOnlyList<Field> Fields)
{
    /// <summary>The type as a form; null where it is not a record at all. What is wrong with its parameters is reported.</summary>
    public static RecordShape? Of(Type type, Action<string> problem)
    {
        if (type.IsAbstract || type.IsArray || type.IsPrimitive || typeof(Delegate).IsAssignableFrom(type))
        {
            return null;
        }

        var constructors = type.GetConstructors().Where(constructor => constructor.GetParameters().Length > 0).ToList();
        if (constructors.Count != 1)
        {
            return null;
        }

        var fields = constructors[0].GetParameters().Select(parameter => Field.Of(parameter, problem)).OfType<Field>().ToList();
        return new RecordShape(ConstructorInvoker.Create(constructors[0]), fields);
    }

    /// <summary>Fills the record; what does not fit is added to the refusals, all at once.</summary>
    public object? Read(IReadOnlyDictionary<string, JsonElement> inputs, in ReadingClock clock, List<FieldRefusal> refusals)
    {
        var before = refusals.Count;
        var values = new object?[Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (!Fields[i].TryRead(inputs, clock, out values[i], out var refusal))
            {
                refusals.Add(new FieldRefusal(Fields[i].Id, refusal));
            }
        }

        return refusals.Count == before ? Constructor.Invoke(values.AsSpan()) : null;
    }
}
