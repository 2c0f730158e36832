using System.Text.Json;
using System.Text.Json.Nodes;
using WebexSimulator.Http;

namespace WebexSimulator.Meetings;

/// <summary>
/// A field of a meeting that is kept and shown. A value of another kind than the field's is malformed; one that is not among the allowed is
/// named; what is inside and unknown is left out.
/// </summary>
internal abstract record Setting(string Name)
{
    /// <summary>Without it, what it is in is no whole.</summary>
    public bool IsRequired { get; init; }

    public abstract JsonNode? Read(JsonElement value);

    public static IEnumerable<Setting> Flags(string names) => Each(names, name => new Flag(name));

    public static IEnumerable<Setting> Texts(string names) => Each(names, name => new Text(name, []));

    public static IEnumerable<Setting> Required(string names) => Each(names, name => new Text(name, []) { IsRequired = true });

    public static IEnumerable<Setting> Filled(string names, int most) => Each(names, name => new Words(name, most) { IsRequired = true });

    public static Setting Choice(string name, params string[] allowed) => new Text(name, allowed);

    public static Setting Amount(string name, int least = 0, int most = int.MaxValue) => new Number(name, least, most);

    public static Setting Object(string name, params Setting[] members) => new Members(name, members);

    public static Setting List(string name, params Setting[] members) => new Items(name, members);

    /// <summary>What of an object is among the members.</summary>
    public static JsonObject Pick(JsonElement value, IEnumerable<Setting> members)
    {
        if (value.ValueKind is not JsonValueKind.Object) throw Refusal.BadRequest();
        var picked = new JsonObject();
        foreach (var member in members)
        {
            if (value.TryGetProperty(member.Name, out var field) && field.ValueKind is not JsonValueKind.Null) picked[member.Name] = member.Read(field);
            else if (member.IsRequired) throw Refusal.BadRequest(Http.Texts.Invalid(member.Name));
        }
        return picked;
    }

    private static IEnumerable<Setting> Each(string names, Func<string, Setting> make) => names.Split(' ').Select(make);

    private sealed record Flag(string Name) : Setting(Name)
    {
        public override JsonNode Read(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
            _ => throw Refusal.BadRequest(),
        };
    }

    private sealed record Text(string Name, string[] Allowed) : Setting(Name)
    {
        public override JsonNode Read(JsonElement value)
        {
            if (value.ValueKind is not JsonValueKind.String) throw Refusal.BadRequest();
            var text = value.GetString()!;
            return Allowed is [] || Allowed.Contains(text) ? text : throw Refusal.BadRequest(Http.Texts.Invalid(Name));
        }
    }

    private sealed record Words(string Name, int Most) : Setting(Name)
    {
        public override JsonNode Read(JsonElement value)
        {
            if (value.ValueKind is not JsonValueKind.String) throw Refusal.BadRequest();
            return value.GetString() is { Length: > 0 } text && text.Length <= Most ? text : throw Refusal.BadRequest(Http.Texts.Invalid(Name));
        }
    }

    private sealed record Number(string Name, int Least, int Most) : Setting(Name)
    {
        public override JsonNode Read(JsonElement value)
        {
            if (value.ValueKind is not JsonValueKind.Number) throw Refusal.BadRequest();
            return value.TryGetInt32(out var number) && number >= Least && number <= Most ? number : throw Refusal.BadRequest(Http.Texts.Invalid(Name));
        }
    }

    private sealed record Members(string Name, Setting[] Fields) : Setting(Name)
    {
        public override JsonNode Read(JsonElement value) => Pick(value, Fields);
    }

    private sealed record Items(string Name, Setting[] Fields) : Setting(Name)
    {
        public override JsonNode Read(JsonElement value) =>
            value.ValueKind is JsonValueKind.Array ? new JsonArray([.. value.EnumerateArray().Select(item => Pick(item, Fields))]) : throw Refusal.BadRequest();
    }
}
