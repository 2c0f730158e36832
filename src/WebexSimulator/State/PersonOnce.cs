using System.Text.Json;
using System.Text.Json.Serialization;
using WebexSimulator.Model;

namespace WebexSimulator.State;

/// <summary>Writes a person in full the first time and by his key from then on; reads one into the directory, or finds him there.</summary>
internal sealed class PersonOnce(Model.Directory people) : JsonConverter<Person>
{
    private readonly HashSet<Guid> _written = [];

    public override void Write(Utf8JsonWriter writer, Person value, JsonSerializerOptions options)
    {
        if (_written.Add(value.Key)) JsonSerializer.Serialize(writer, value, StateJson.Default.Person);
        else writer.WriteStringValue(value.Key);
    }

    public override Person Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
            return reader.TryGetGuid(out var key) && (people.WithKey(key) ?? people.WhoIsGone(key)) is { } known ? known : throw new JsonException("Somebody is named who is not among the people.");
        var person = JsonSerializer.Deserialize(ref reader, StateJson.Default.Person) ?? throw new JsonException("A person is missing.");
        // An account may have been changed, or deleted, since it was made from the settings.
        if (!person.IsDeleted && people.WithEmail(person.Email) is { } other && other.Key != person.Key) throw new JsonException("An address is there twice: was the file written with another Simulator:Seed?");
        people.Put(person);
        return person;
    }
}
